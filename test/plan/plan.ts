/** `npm run plan`: draws the house on the terminal, and anew into docs/house.svg. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawnAsPicture, drawnAsText } from './draw.js';
import { houseOf } from './house.js';

const home = join(import.meta.dirname, '..', '..', '..');
const house = houseOf(home);
writeFileSync(join(home, 'docs', 'house.svg'), drawnAsPicture(house));
process.stdout.write(`${drawnAsText(house)}Drawn as a picture: docs/house.svg\n`);
