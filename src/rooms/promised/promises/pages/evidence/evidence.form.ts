import { readOr, needed, neededDate, type Read, text, type Typed, webLink } from '../act.form.js';
import { type EvidenceKind, evidenceKinds, type OwnStrength } from '../../words.js';

export interface EvidenceTyped {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly dated: string;
  readonly strength: OwnStrength;
}

export function readEvidence(typed: Typed, site: string, today: string): Read<EvidenceTyped> {
  const kind = evidenceKinds.find((one) => one === text(typed, 'kind'));
  const dated = neededDate(typed, 'dated', 'evidence dated', today, 'Enter the day that it is of, like 1 9 2026');
  const url = text(typed, 'url') === '' ? null : webLink(text(typed, 'url'), site);
  const strength = text(typed, 'strength');
  return readOr(
    [
      ...(kind ? [] : [{ field: 'kind', message: 'Choose what kind of evidence it is' }]),
      ...needed(typed, 'title', 200, 'Say what it is, with the figure where it is one'),
      ...(text(typed, 'url') !== '' && url === null
        ? [{ field: 'url', message: 'Enter the address in full, like https://www.example.org/page' }]
        : []),
      ...dated.problems,
      ...(strength === 'said' || strength === 'shown'
        ? []
        : [{ field: 'strength', message: 'Choose whether others can look it up' }]),
      ...(strength === 'shown' && text(typed, 'url') === ''
        ? [{ field: 'url', message: 'What is shown can be looked up: give its address' }]
        : []),
      ...(kind === 'photo' && text(typed, 'faceless') !== 'yes'
        ? [{ field: 'faceless', message: 'A photo is evidence only if nobody’s face can be seen in it' }]
        : []),
    ],
    () => ({
      kind: kind ?? 'document',
      title: text(typed, 'title'),
      url,
      dated: dated.date,
      strength: strength === 'shown' ? 'shown' : 'said',
    }),
  );
}
