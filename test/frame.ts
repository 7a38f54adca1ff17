/** The frame of the whole house, for tests that put a view into it themselves. */
import { framePlacesOf } from '#kit/frame-places.js';
import { waysOf } from '#kit/ways.js';
import { rooms } from '../src/app/rooms.js';

export const houseFrame = { places: framePlacesOf(rooms), ways: waysOf(rooms) };
