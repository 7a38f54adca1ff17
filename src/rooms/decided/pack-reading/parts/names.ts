/** Names: taken apart, never put together. "Cllr Patricia Bradwell OBE (Vice Chairman)" has five parts and all of them stand in the text. */
import { withoutEnd } from '#base/ends.js';
import type { Lines } from '#base/prose.js';
import type { ReadPerson } from '../words.js';

const TITLE =
  /^(?:(?:the\s+)?(?:right\s+worshipful|worshipful|rt\.?\s+hon\.?|hon\.?)\s+)?(?:the\s+(?=rev|ven|hon|canon|bishop|dean))?(?:cllrs?|clrs?|cllr\/|councillors?|county (?:councillors?|cllrs?)|members?\s+cllr|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|baron|ald|alderman|aldermen|alderwoman|rev|revd|reverend|canon|father|fr|rabbi|imam|pc|ps|sgt|insp|inspector|cdr|major|colonel|captain|capt|lt)(?!\p{L})\.?\s*/iu;
const MAYOR =
  /^(?:(?:the|deputy|lord|town|elected)\s+){0,2}(?:mayor|mayoress|sheriff)\b,?\s*(?:of\s+[A-Z][a-z]+,?\s*)?/i;
const HONOUR =
  /^(?:OBE|CBE|MBE|KBE|DBE|GBE|BEM|CB|KCB|DCB|JP|DL|AM|MP|MS|MSP|MEP|QPM|QFSM|QC|KC|TD|RD|VR|VRD|DSO|MC|DFC|GM|PC|LVO|CVO|MVO|FRSA|FRCP|FRCPCH|FRICS|RIBA|CPFA|CEng|PhD|DPhil|MBA|BA|MA|BSc|MSc|LLB|MRTPI|FCA|FCCA|ACA|Hon)\.?,?$/;
const OFFICE =
  /^(?:in\s+the\s+chair|(?:acting\s+|interim\s+|joint\s+|co-?\s?)?(?:vice[\s-]*)?(?:chair(?:man|woman|person)?)|deputy[\s-]+(?:chair(?:man|woman|person)?|leader|mayor)|(?:town\s+|lord\s+)?mayor|leader(?:\s+of\s+the\s+.{1,40})?|vice[\s-]*president|president|lead\s+member|portfolio\s+holder.{0,60}|ex[\s-]officio|co-?opted(?:\s+member)?|substitute)$/i;
const PARTY =
  /^(?:con(?:s|servatives?)?|lab(?:our)?(?:\s+and\s+co-?operative|\/co-op)?|lib\.?\s?dems?|liberal\s+democrats?|ld|l\.?dem|ind(?:ependents?)?|green(?:\s+party)?|grn|ukip|snp|plaid(?:\s+cymru)?|reform(?:\s+uk)?|res(?:idents?)?(?:'|’)?(?:\s+association)?|non[\s-]?(?:aligned|grouped|affiliated)|c|l|g|i)\.?$/i;
const BODY =
  /\b(?:council|borough|authority|county|district|city|unitary|metropolitan|lga|nhs\w*|department|ministry|university|school|college|trust|partnership|association|police|service|services|ltd|plc|llp|agency|board|foundation|foundations|committee|parish|ward|group|office|commission|division)\b/i;
const POSITION =
  /\b(?:officer|director|manager|adviser|advisor|head|clerk|secretary|treasurer|solicitor|lead|assistant|member|chief|executive|councillor\s+for|consultant|worker|teacher|analyst|engineer|planner|accountant|auditor|governor|representative|superintendent|constable|chair(?:man|woman|person)?|leader|mayor)\b/i;
const NOT_NAMES = new Set(
  (
    'the a an and or of to in on for from with by at none no nil not all any other others members member ' +
    'councillors officers officer apologies absence present attendance item items agenda minutes meeting board ' +
    'committee council chair chairman vice deputy substitute substitutes substituted was were is are had have has ' +
    'been be it that there this also public press resolved agreed noted received as item date time venue none yes ' +
    'guests guest observers observer invited appendix annex page report reports decision actions action welcome ' +
    'declarations declaration interest interests week today part one two three see attached list monday tuesday ' +
    'wednesday thursday friday saturday sunday january february march april june july august september october ' +
    'november december nobody vacancy vacant tbc who which when then their his her they he she we i you your our ' +
    'its welcomed both each'
  ).split(' '),
);
const WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*|O['’]\p{L}+|de|du|da|di|del|della|den|der|des|van|von|la|le|el|al|bin|ap|y|ten|ter|d['’]\p{L}+)$/u;
const PARTICLE = /^(?:de|du|da|di|del|della|den|der|des|van|von|la|le|el|al|bin|ap|y|ten|ter)$/;

export interface NameParts {
  readonly title: string | null;
  readonly name: string;
  readonly honours: string | null;
  readonly office: string | null;
  readonly authority: string | null;
  readonly party: string | null;
  /** What stood with the name and is none of these: a position, a reason, a time. */
  readonly rest: string | null;
  /** The name with its title and honours as printed, and what no other field holds: a party, a second office. */
  readonly printed: string;
}

export function isOffice(text: string): boolean {
  return OFFICE.test(text.trim().slice(0, 120));
}

export function isParty(text: string): boolean {
  return PARTY.test(text.trim().slice(0, 60));
}

export function looksLikeBody(text: string): boolean {
  return BODY.test(text.slice(0, 300));
}

export function looksLikePosition(text: string): boolean {
  return POSITION.test(text.slice(0, 300));
}

/** "Dale Council" is where somebody comes from; "Director of Children's Services" is what they are. */
function isAuthority(text: string): boolean {
  return (
    BODY.test(text) &&
    !/^(?:(?:interim|acting|deputy|assistant|senior|strategic|corporate|executive|principal|service|group|joint|lead)\s+){0,3}(?:director|head|manager|officer|advis[eo]r|clerk|cabinet\s+member|portfolio\s+holder|solicitor|leader|lead\b|governor|secretary|chief\s+\w+|headteacher|principal|co-?ordinator)\b/i.test(
      text,
    )
  );
}

/** The title at the start, several in a row as one: "Councillor Dr". */
function titleOf(text: string): string {
  let at = 0;
  for (let round = 0; round < 3; round += 1) {
    const found = TITLE.exec(text.slice(at, at + 80)) ?? (round === 0 ? MAYOR.exec(text.slice(at, at + 80)) : null);
    if (!found || found[0] === '') break;
    at += found[0].length;
  }
  return text.slice(0, at);
}

/** Words that make a name: one with a title, two to five without. */
function isName(words: readonly string[], titled: boolean): boolean {
  if (words.length < (titled ? 1 : 2) || words.length > 5 || (words.at(-1) ?? '').length < 2) return false;
  if (!words.every((word) => WORD.test(word)) || PARTICLE.test(words.at(-1) ?? '')) return false;
  if (words.some((word) => !/^\p{Lu}\.?$/u.test(word) && NOT_NAMES.has(withoutEnd(word.toLowerCase(), /[.'’]/))))
    return false;
  if (
    !titled &&
    words.every((word) => word.length <= 2 || /^\p{Lu}{3,}$/u.test(word)) &&
    !/^\p{Lu}\.?$/u.test(words[0] ?? '')
  )
    return (
      words.length <= 3 &&
      words.length >= 2 &&
      !words.some((word) => BODY.test(word) || POSITION.test(word) || /^\p{Lu}{2,4}$/u.test(word))
    );
  return titled || !words.some((word) => BODY.test(word) || POSITION.test(word));
}

/** A name with what stands beside it, or null where this is no name. */
export function nameParts(text: string): NameParts | null {
  // No name with what stands beside it is as long as this.
  if (text.length > 500) return null;
  const trimmed = text.trim().replace(/\s+/g, ' ');
  const title = titleOf(trimmed);
  // "County Councillor A Hale in the Chair", without brackets.
  const rest = trimmed
    .slice(title.length)
    .replace(/^([^(),]{3,60}?)\s+(in\s+the\s+chair)\b/i, '$1 ($2)')
    .replace(
      /^([^(),]{3,60}?\p{L}{2})\s+((?:(?:Vice|Deputy|Acting|Joint)[\s-]*)?Chair(?:man|woman|person)?)$/u,
      '$1 ($2)',
    );
  const brackets: string[] = [];
  const plain = rest.replace(/\s*[([]([^()[\]]{1,120})[)\]]/g, (_, inside: string) => {
    brackets.push(inside.trim());
    return ' ⁂';
  });
  const cut = plain.search(/\s*[,;:⁂]|\s+[-–—]\s+/);
  const head = (cut < 0 ? plain : plain.slice(0, cut)).trim().replace(/\.$/, '');
  const tail = cut < 0 ? '' : plain.slice(cut);
  const words = head.split(' ').filter(Boolean);
  const honours: string[] = [];
  while (words.length > 1 && HONOUR.test(words.at(-1) ?? '')) honours.unshift((words.pop() ?? '').replace(/,$/, ''));
  if (!isName(words, title.trim() !== '')) return null;
  let office: string | null = null;
  let authority: string | null = null;
  let party: string | null = null;
  const left: string[] = [];
  const kept: string[] = [];
  const segments = [
    ...brackets,
    ...tail
      .split(/[,;:⁂]|\s+[-–—]\s+/)
      .map((segment) => segment.trim())
      .filter(Boolean),
  ];
  for (const segment of segments) {
    if (HONOUR.test(segment)) honours.push(segment);
    else if (
      !office &&
      (OFFICE.test(segment) ||
        OFFICE.test(
          segment
            .split(/\s\/\s/)
            .at(-1)
            ?.trim() ?? '',
        ))
    )
      office = segment; // "Cadeirydd / Chair"
    else if (OFFICE.test(segment)) kept.push(segment); // A second office stays in `printed`.
    else if (!party && PARTY.test(segment)) {
      party = segment;
      kept.push(segment);
    } else if (
      !authority &&
      isAuthority(segment) &&
      segment.length < 100 &&
      !/^(?:subs?\b|substitut|deputis|for\s|in\s+place|replac)/i.test(segment) &&
      !TITLE.test(segment)
    )
      authority = segment;
    else left.push(segment);
  }
  const mayor = /mayor|sheriff/i.test(title) && !office ? title.trim().replace(/,$/, '') : null;
  return {
    title: mayor ? null : title.trim().replace(/,$/, '') || null,
    name: words.join(' '),
    honours: honours.length > 0 ? honours.join(' ') : null,
    office: office ?? mayor,
    authority,
    party,
    rest: left.length > 0 ? left.join(', ') : null,
    printed: `${title}${head}${honours
      .filter((honour) => !head.includes(honour))
      .map((honour) => ` ${honour}`)
      .join('')}${kept.map((segment) => ` (${segment})`).join('')}`.trim(),
  };
}

export function readPerson(
  text: string,
  lines: Lines,
  more: Partial<Pick<ReadPerson, 'office' | 'authority'>> = {},
): ReadPerson | null {
  const parts = nameParts(text);
  if (!parts) return null;
  return {
    printed: parts.rest === null ? parts.printed : text.trim().replace(/\s+/g, ' '),
    name: parts.name,
    title: parts.title,
    honours: parts.honours,
    office: parts.office ?? more.office ?? null,
    authority: parts.authority ?? more.authority ?? null,
    lines,
  };
}

/** Places where a list of names may be cut: commas, semicolons and "and" outside brackets. */
function segmentsOf(text: string): readonly { readonly text: string; readonly cut: string }[] {
  const found: { text: string; cut: string }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      const cut =
        character === ',' || character === ';' || character === '\n'
          ? character
          : character === ' '
            ? (/^ (?:and|&|together with|along with)(?= )/.exec(text.slice(at, at + 16))?.[0] ?? null)
            : null;
      if (cut) {
        found.push({ text: text.slice(from, at), cut });
        at += cut.length - 1;
        from = at + 1;
      }
    }
  }
  found.push({ text: text.slice(from), cut: '' });
  return found
    .map((segment) => ({ text: segment.text.trim().replace(/^(?:and|&)\s+/, ''), cut: segment.cut }))
    .filter((segment) => segment.text !== '');
}

/** "Councillors A and B" says of each that they are a councillor. */
function singular(plural: string): string | null {
  return plural === '' ? null : plural.replace(/men$/i, 'man').replace(/s$/i, '');
}

export interface Listed {
  readonly person: ReadPerson;
  readonly party: string | null;
  /** What stands with the name and is neither office nor authority: "Head of Legal", "for item 4". */
  readonly note: string | null;
}

/**
 * The people of a list such as "Councillors A Smith (Chair), B Jones and Mrs C Brown". A title in the plural stands for
 * those that follow until another title. Returns what is no name as `rest`.
 */
export function peopleIn(
  text: string,
  lines: Lines,
): { readonly people: readonly Listed[]; readonly rest: readonly string[] } {
  const people: Listed[] = [];
  const rest: string[] = [];
  let plural = '';
  for (const segment of segmentsOf(text.replace(/[.]\s*$/, ''))) {
    const title = titleOf(segment.text).trim();
    const given = /^(?:cllrs|clrs|councillors|county councillors|aldermen)\b/i.test(title) ? title : '';
    if (given) plural = given;
    const parts = nameParts(segment.text) ?? (plural ? nameParts(`${plural} ${segment.text}`) : null);
    const before = people.at(-1);
    // "The Clerk (Mrs Susan Hill)": the name stands in the brackets.
    const inside = parts
      ? null
      : /^(?:the\s+)?([^()]{3,60}?)\s*\(([^()]{4,60})\)(?:\s+(in\s+the\s+chair))?$/i.exec(segment.text);
    const named = inside?.[2] && looksLikePosition(inside[1] ?? '') ? nameParts(inside[2]) : null;
    // "Petra Lund, Assistant Director (Early Help)": what stands in the brackets is no name.
    if (named && inside && (named.title !== null || !before || before.note !== null)) {
      people.push({
        person: {
          printed: named.printed,
          name: named.name,
          title: named.title,
          honours: named.honours,
          office: inside[3] ?? null,
          authority: null,
          lines,
        },
        party: null,
        note: inside[1] ?? null,
      });
      continue;
    }
    if (
      parts &&
      !(
        before &&
        !title &&
        (OFFICE.test(segment.text) ||
          PARTY.test(segment.text) ||
          (looksLikeBody(segment.text.replace(/[([].*$/, '')) && !plural))
      )
    ) {
      const printed = given
        ? parts.printed.slice(title.length).trim()
        : title || !plural
          ? parts.printed
          : parts.printed.replace(plural, '').trim();
      const own = given ? '' : title;
      const person: ReadPerson = {
        printed,
        name: parts.name,
        title: own ? parts.title : singular(plural),
        honours: parts.honours,
        office: parts.office,
        authority: parts.authority,
        lines,
      };
      people.push({ person, party: parts.party, note: parts.rest });
      continue;
    }
    const trimmed = segment.text.trim();
    if (before && OFFICE.test(trimmed) && !before.person.office)
      people[people.length - 1] = { ...before, person: { ...before.person, office: trimmed } };
    else if (before && HONOUR.test(trimmed))
      people[people.length - 1] = {
        ...before,
        person: {
          ...before.person,
          honours: [before.person.honours, trimmed].filter(Boolean).join(' '),
          printed: `${before.person.printed}, ${trimmed}`,
        },
      };
    else if (before && PARTY.test(trimmed) && !before.party)
      people[people.length - 1] = {
        ...before,
        party: trimmed,
        person: { ...before.person, printed: `${before.person.printed}, ${trimmed}` },
      };
    else if (before && !before.person.authority && isAuthority(trimmed) && trimmed.length < 100)
      people[people.length - 1] = { ...before, person: { ...before.person, authority: trimmed } };
    else if (before && !/^(?:\d|\p{Ll})|\b(?:public|press|residents|visitors)\b/u.test(trimmed))
      people[people.length - 1] = { ...before, note: [before.note, trimmed].filter(Boolean).join(', ') };
    else rest.push(trimmed);
  }
  return { people, rest };
}
