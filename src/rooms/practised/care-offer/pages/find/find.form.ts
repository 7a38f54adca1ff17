/** The five answers of a young person, as typed. Every one may be left out; nothing of it is stored anywhere. */
import { type Answers, type CareGroup, careGroups, careStatuses, type CareStatus } from '../../words.js';

export interface FindTyped {
  readonly lookedAfterBy: string;
  readonly lives: 'same' | 'elsewhere' | '';
  readonly livesIn: string;
  readonly age: string;
  readonly status: CareStatus | '';
  readonly groups: readonly (CareGroup | 'none')[];
  readonly kinds: readonly string[];
}

export const nothingTyped: FindTyped = {
  lookedAfterBy: '',
  lives: '',
  livesIn: '',
  age: '',
  status: '',
  groups: [],
  kinds: [],
};

export function findTyped(fields: { get(name: string): string; all(name: string): readonly string[] }): FindTyped {
  const lives = fields.get('lives');
  const groups = fields.all('groups');
  return {
    lookedAfterBy: fields.get('lookedAfterBy').trim().slice(0, 20),
    lives: lives === 'same' || lives === 'elsewhere' ? lives : '',
    livesIn: fields.get('livesIn').trim().slice(0, 20),
    age: fields.get('age').trim().slice(0, 20),
    status: careStatuses.find((one) => one === fields.get('status')) ?? '',
    groups: [
      ...careGroups.filter((group) => groups.includes(group)),
      ...(groups.includes('none') ? (['none'] as const) : []),
    ],
    kinds: fields.all('kinds').slice(0, 60),
  };
}

export function findProblems(typed: FindTyped): readonly { readonly field: string; readonly message: string }[] {
  return [
    ...(typed.age === '' || (/^\d{1,3}$/.test(typed.age) && Number(typed.age) <= 120)
      ? []
      : [{ field: 'age', message: 'Enter your age as a number, like 19, or leave it empty' }]),
    ...(typed.groups.includes('none') && typed.groups.length > 1
      ? [{ field: 'groups', message: 'Tick what is true for you, or “None of these”, not both' }]
      : []),
  ];
}

/** A place with the larger ones that it is part of, its own code first; null where the directory knows no such code. */
export type PlaceOf = (code: string) => readonly string[] | null;

export function answersOf(typed: FindTyped, placeOf: PlaceOf): Answers {
  const lookedAfterBy = typed.lookedAfterBy === '' ? null : placeOf(typed.lookedAfterBy);
  const elsewhere = typed.livesIn === '' ? null : placeOf(typed.livesIn);
  return {
    lookedAfterBy,
    livesIn:
      typed.lives === 'same'
        ? lookedAfterBy
        : typed.lives === 'elsewhere'
          ? (elsewhere ?? (lookedAfterBy === null ? null : 'elsewhere'))
          : null,
    age: typed.age === '' ? null : Number(typed.age),
    status: typed.status === '' ? null : typed.status,
    groups: typed.groups.length === 0 ? null : careGroups.filter((group) => typed.groups.includes(group)),
  };
}
