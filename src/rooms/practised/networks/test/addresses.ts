/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'networkPaths.all': [
    [[], '/networks'],
    [['steering group'], '/networks?kind=steering+group'],
  ],
  'networkPaths.one': [[[odd], `/networks/${oddPart}`]],
  'networkPaths.calendar': [[['belonging'], '/networks/belonging/calendar.ics']],
  'networkPaths.event': [[['belonging', odd], `/networks/belonging/events/${oddPart}`]],
  'networkPaths.eventCalendar': [[['belonging', 'visit'], '/networks/belonging/events/visit/event.ics']],
  'networkPaths.work': [[[], '/work/networks']],
  'networkPaths.add': [[[], '/work/networks/new']],
  'networkPaths.join': [
    [[], '/work/networks/join'],
    [[odd], `/work/networks/join?network=${oddPart}`],
  ],
  'networkPaths.own': [[[odd], `/work/networks/${oddPart}`]],
  'networkPaths.edit': [[['belonging'], '/work/networks/belonging/edit']],
  'networkPaths.invite': [[['belonging'], '/work/networks/belonging/invite']],
  'networkPaths.close': [[['belonging'], '/work/networks/belonging/close']],
  'networkPaths.answer': [[['belonging'], '/work/networks/belonging/answer']],
  'networkPaths.member': [[['belonging', id], `/work/networks/belonging/members/${id}`]],
  'networkPaths.addEvent': [[['belonging'], '/work/networks/belonging/events/new']],
  'networkPaths.editEvent': [[['belonging', odd], `/work/networks/belonging/events/${oddPart}`]],
  'networkPaths.cancelEvent': [[['belonging', 'visit'], '/work/networks/belonging/events/visit/cancel']],
};
