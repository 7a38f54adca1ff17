/**
 * The plan of the house, as text for a terminal and as a picture for docs/house.svg. The same house is drawn the same to
 * the letter.
 */
import { type House, type PlannedRoom, wingArrows } from './house.js';

/** What a wing is, in the words of the README. */
const wingWords: Readonly<Record<string, string>> = {
  ground: 'who is here, and what all others stand on',
  heard: 'what young people say',
  understood: 'what it means',
  decided: 'where it is decided',
  practised: 'what works',
  promised: 'what will be done by when',
  told: 'what everybody sees: pages made of several rooms',
};

function arrowCount({ rooms }: House): number {
  return rooms.reduce((sum, { uses }) => sum + uses.length, 0);
}

function summary(house: House): string {
  const { wings, rooms } = house;
  return `${wings.length} wings, ${rooms.length} rooms, ${arrowCount(house)} arrows; every arrow leads to a room before it.`;
}

/** Uses of a room, those of its own wing first by name alone, others with their wing. */
function usesWords({ rooms }: House, { wing, uses }: PlannedRoom): string {
  const wingOf = new Map(rooms.map((room) => [room.name, room.wing]));
  if (uses.length === 0) return 'no other room';
  return uses.map((used) => (wingOf.get(used) === wing ? used : `${wingOf.get(used) ?? ''}/${used}`)).join(', ');
}

/** Cuts a list of words into lines, each indented alike. */
function wrapped(text: string, indent: string, width = 110): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && indent.length + last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

export function drawnAsText(house: House): string {
  const longest = Math.max(...house.rooms.map(({ name }) => name.length));
  const indent = ' '.repeat(longest + 7);
  const wings = house.wings.map((wing) => {
    const rooms = house.rooms
      .filter((room) => room.wing === wing)
      .map((room) => `  ${room.name.padEnd(longest)}  →  ${wrapped(usesWords(house, room), indent)}`);
    return `${wing}: ${wingWords[wing] ?? ''}\n${rooms.join('\n')}`;
  });
  const head =
    'base ← ui ← kit ← rooms ← app; rooms stand in wings, each using itself and those above it in this list.';
  return `${[head, ...wings, summary(house)].join('\n\n')}\n`;
}

const width = 1120;
const left = 150;
const bandHeight = 76;
const top = 150;
const box = { width: 102, height: 34, gap: 8 };
const cell = 17;
const tints = ['#eef1f6', '#e3f1ee', '#f1f0dd', '#f7ece0', '#e9eefa', '#f3e8f3', '#e8f0e2'];
const tintOf = (wing: number): string => tints[wing % tints.length] ?? '';
const arrowHead = {
  id: 'head',
  markerWidth: 9,
  markerHeight: 9,
  refX: 7,
  refY: 4,
  orient: 'auto',
  markerUnits: 'userSpaceOnUse',
};
const ink = '#1d2433';
const faint = '#5b6475';

/** One element; what is in it is text of our own or further elements. */
function tag(name: string, attributes: Readonly<Record<string, string | number>>, inner = ''): string {
  const set = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return inner === '' ? `<${name}${set.join('')}/>` : `<${name}${set.join('')}>${inner}</${name}>`;
}

function text(
  x: number,
  y: number,
  words: string,
  { size = 13, fill = ink, anchor = 'start', weight = 400, more = {} } = {},
): string {
  const set = { x, y, 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor, ...more };
  return tag('text', set, words);
}

/** A name, and after it what it is. */
function headed(x: number, y: number, name: string, about: string): string {
  const spans = [
    tag('tspan', { 'font-size': 15, 'font-weight': 700 }, name),
    tag('tspan', { dx: 10, 'font-size': 12, fill: faint }, about),
  ];
  return tag('text', { x, y, fill: ink }, spans.join(''));
}

/** Bands of rooms from the ground upwards in reading order, and the arrows between wings on the right. */
function bands(house: House): readonly string[] {
  const yOf = (wing: string): number => top + house.wings.indexOf(wing) * bandHeight;
  const right = 900;
  const lines = house.wings.flatMap((wing, index) => {
    const rooms = house.rooms.filter((room) => room.wing === wing);
    const y = yOf(wing);
    return [
      tag('rect', { x: 20, y, width: right - 20, height: bandHeight - 8, rx: 8, fill: tintOf(index) }),
      headed(34, y + 20, wing, wingWords[wing] ?? ''),
      ...rooms.flatMap(({ name }, place) => {
        const x = 34 + place * (box.width + box.gap - (rooms.length > 7 ? 4 : 0));
        return [
          tag('rect', { x, y: y + 28, width: box.width, height: box.height - 2, rx: 5, fill: '#ffffff', stroke: ink }),
          text(x + box.width / 2, y + 49, name, { size: 12.5, anchor: 'middle' }),
        ];
      }),
    ];
  });
  const middle = (wing: string): number => yOf(wing) + (bandHeight - 8) / 2;
  const arrows = wingArrows(house).map(({ from, to, count }) => {
    const far = house.wings.indexOf(from) - house.wings.indexOf(to);
    // Long arrows swing out further, and none begins where another ends.
    const [begin, end] = [middle(from) - 6 - far * 2.5, middle(to) + 8 + far * 2.5];
    const out = right + 26 + far * 27;
    return {
      path: tag(
        'path',
        {
          d: `M${right} ${begin} C${out} ${begin} ${out} ${end} ${right + 5} ${end}`,
          fill: 'none',
          stroke: faint,
          'stroke-width': Math.min(5, 1 + count / 6).toFixed(1),
          'marker-end': 'url(#head)',
        },
        tag('title', {}, `${from} uses ${to}: ${count} pairs of rooms`),
      ),
      label: text(right + (out - right) * 0.75 + 2, (begin + end) / 2 + 4, String(count), {
        size: 12,
        weight: 700,
        anchor: 'middle',
        more: { 'paint-order': 'stroke', stroke: '#ffffff', 'stroke-width': 5 },
      }),
    };
  });
  // Numbers lie above all lines.
  return [...lines, ...arrows.map(({ path }) => path), ...arrows.map(({ label }) => label)];
}

/** Who uses whom, room by room: a row uses the columns that have a dot. */
function table(house: House, y: number): readonly string[] {
  const names = house.rooms.map(({ name }) => name);
  const at = (index: number): number => left + index * cell;
  const first = y + 120;
  const side = names.length * cell;
  const starts = house.wings.map((wing) => house.rooms.findIndex((room) => room.wing === wing));
  return [
    text(20, y, 'Room by room', { size: 17, weight: 700 }),
    text(
      20,
      y + 20,
      'A row uses the columns with a dot. Nothing stands above the diagonal: no room uses a later one.',
      {
        size: 12,
        fill: faint,
      },
    ),
    ...starts.flatMap((start, index) => {
      const count = (starts[index + 1] ?? names.length) - start;
      const size = count * cell;
      return tag('rect', { x: at(start), y: first + start * cell, width: size, height: size, fill: tintOf(index) });
    }),
    ...names.flatMap((name, index) => [
      tag('line', { x1: left, x2: left + side, y1: first + index * cell, y2: first + index * cell, stroke: '#e4e7ec' }),
      text(left - 8, first + index * cell + 13, name, { size: 12, anchor: 'end' }),
      text(0, 0, name, {
        size: 12,
        more: { transform: `translate(${at(index) + 13} ${first - 6}) rotate(-60)` },
      }),
      tag('rect', { x: at(index) + 5, y: first + index * cell + 5, width: 7, height: 7, fill: '#c3c9d4' }),
    ]),
    ...house.rooms.flatMap(({ name, uses }, row) =>
      uses.map((used) =>
        tag(
          'circle',
          { cx: at(names.indexOf(used)) + cell / 2, cy: first + row * cell + cell / 2, r: 4.5, fill: ink },
          tag('title', {}, `${name} uses ${used}`),
        ),
      ),
    ),
  ];
}

export function drawnAsPicture(house: House): string {
  const layersY = top + house.wings.length * bandHeight + 6;
  const tableY = layersY + 92;
  const height = tableY + 120 + house.rooms.length * cell + 24;
  const layer = (index: number, name: string, about: string): readonly string[] => [
    tag('rect', { x: 20 + index * 294, y: layersY, width: 286, height: 40, rx: 8, fill: '#ffffff', stroke: faint }),
    headed(34 + index * 294, layersY + 25, name, about),
  ];
  const described = house.wings
    .map((wing) => {
      const rooms = house.rooms.filter((room) => room.wing === wing);
      return `${wing}: ${rooms.map(({ name }) => name).join(', ')}.`;
    })
    .join(' ');
  const inner = [
    tag('title', { id: 'title' }, 'The house of Kept: wings, rooms, and who uses whom'),
    tag('desc', { id: 'desc' }, `${summary(house)} ${described} Drawn by npm run plan from the imports.`),
    tag('defs', {}, tag('marker', arrowHead, tag('path', { d: 'M0 0 L8 4 L0 8 z', fill: faint }))),
    tag('rect', { width, height, fill: '#ffffff' }),
    text(20, 44, 'The house of Kept', { size: 24, weight: 700 }),
    text(20, 70, summary(house), { size: 14 }),
    text(
      20,
      92,
      'A wing uses itself and those above it. A number on the right: so many pairs of rooms use each other across two wings.',
      { size: 13, fill: faint },
    ),
    text(
      20,
      112,
      'Rooms know each other through their doors (index.ts) only. app starts all of them and is known by none.',
      { size: 13, fill: faint },
    ),
    ...bands(house),
    ...layer(0, 'kit', 'machinery, knows no room'),
    ...layer(1, 'ui', 'components, know no data'),
    ...layer(2, 'base', 'knows nothing at all'),
    ...table(house, tableY),
  ];
  const about = { role: 'img', 'aria-labelledby': 'title desc', 'font-family': 'Helvetica, Arial, sans-serif' };
  const sheet = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, ...about };
  return `${tag('svg', sheet, `\n${inner.join('\n')}\n`)}\n`;
}
