import { plainDate } from '#base/london.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { shownWordsFor } from '../../view-words.js';
import type { ShownWord } from '../../words.js';
import { ShownTag } from '../standing-tag.view.js';

export interface BadgeProps {
  readonly framework: string;
  readonly name: string;
  readonly word: ShownWord;
  /** The day for which it was made, ISO. */
  readonly asOf: string;
}

const colours: Readonly<Record<'counts' | 'open' | 'over', readonly [ground: string, ink: string]>> = {
  counts: ['#11535f', '#ffffff'],
  open: ['#f1eee6', '#1a2233'],
  over: ['#fcebe8', '#86160f'],
};

function tone(word: ShownWord): keyof typeof colours {
  if (word === 'invited' || word === 'interested') return 'open';
  return word === 'lapsed' || word === 'withdrawn' || word === 'removed' ? 'over' : 'counts';
}

/** As much of a name as fits on so many lines, broken between words where it can be. */
function fitting(text: string, most: number, lines: number): readonly string[] {
  if (text.length <= most) return [text];
  if (lines === 1) return [`${text.slice(0, most - 1).trimEnd()}…`];
  const space = text.lastIndexOf(' ', most);
  const at = space > 0 ? space : most;
  return [text.slice(0, at), ...fitting(text.slice(at).trim(), most, lines - 1)];
}

/** The picture, for other people's pages: it brings all its looks along as attributes, and says what it means in words too. */
export function Badge({ framework, name, word, asOf }: BadgeProps) {
  const [ground, ink] = colours[tone(word)];
  const said = shownWordsFor[word].text;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="320"
      height="96"
      viewBox="0 0 320 96"
      role="img"
      aria-label={`${name}: ${said}, ${framework}, as of ${plainDate(asOf)}`}
      font-family="Verdana, Arial, sans-serif"
    >
      <title>{`${name}: ${said}, ${framework}, as of ${plainDate(asOf)}`}</title>
      <rect
        x="1"
        y="1"
        width="318"
        height="94"
        rx="8"
        fill="#ffffff"
        stroke={ink === '#ffffff' ? ground : ink}
        stroke-width="2"
      />
      <path d="M9 1h111v94H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8z" fill={ground} />
      <text x="60" y="56" fill={ink} font-size={said.length > 8 ? '16' : '21'} font-weight="bold" text-anchor="middle">
        {said}
      </text>
      <text x="132" y="25" fill="#1a2233" font-size="13" font-weight="bold">
        {fitting(framework, 22, 1)[0]}
      </text>
      {fitting(name, 28, 2).map((line, at) => (
        <text x="132" y={45 + at * 15} fill="#1a2233" font-size="11.5">
          {line}
        </text>
      ))}
      <text x="132" y="82" fill="#4d576a" font-size="11">
        {`as of ${plainDate(asOf)}`}
      </text>
    </svg>
  );
}

export interface VerifyProps extends BadgeProps {
  readonly lapses_on: string | null;
  readonly badge: string;
  readonly json: string;
  readonly entry: string;
}

export function VerifyView({ framework, name, word, asOf, lapses_on, badge, json, entry }: VerifyProps) {
  const counts = tone(word) === 'counts';
  return (
    <>
      <PageHeading
        caption={framework}
        lead={
          counts
            ? `True on ${plainDate(asOf)}: ${name} is in the register as “${shownWordsFor[word].text}”.`
            : `${name} has no level on ${plainDate(asOf)}: it is in the register as “${shownWordsFor[word].text}”.`
        }
      >
        Check a badge
      </PageHeading>
      <p>
        <img src={badge} width="320" height="96" alt={`The badge as it is today: ${shownWordsFor[word].text}`} />
      </p>
      <SummaryList
        rows={[
          { key: 'Whose', value: <a href={entry}>{name}</a> },
          { key: 'Status', value: <ShownTag word={word} /> },
          { key: 'What that means', value: shownWordsFor[word].means },
          { key: 'As of', value: plainDate(asOf) },
          ...(lapses_on !== null && counts ? [{ key: 'Renew by', value: plainDate(lapses_on) }] : []),
        ]}
      />
      <p>
        A badge is true only where its picture comes from this site and shows the day on which you look. If you saw
        another word or an old day somewhere, this page is right.
      </p>
      <p>
        <a href={json}>The same as JSON</a>, for programs
      </p>
    </>
  );
}
