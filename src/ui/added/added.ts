/** How a reader sees what the clerk added on the check page: on the page, in the PDF and in the search alike. */
export const addedMark = '[added by the clerk]';

export const addedMeaning =
  'What is marked [added by the clerk] is not in the minutes themselves: the clerk added it when they were checked for publication.';

/** The text with the mark behind it, where it was added. */
export function markedIf(added: boolean, text: string): string {
  return added ? `${text} ${addedMark}` : text;
}

export interface Substitution {
  readonly absent: string | null;
  readonly substitute: string | null;
}

/** "Cllr A substituted for Cllr B"; what nobody said is said to be missing, never guessed. Null where nothing is known. */
export function substitutionWords({ absent, substitute }: Substitution): string | null {
  if (substitute !== null)
    return absent === null
      ? `${substitute} was a substitute; for whom is not stated`
      : `${substitute} substituted for ${absent}`;
  return absent === null ? null : `Somebody substituted for ${absent}; who is not stated`;
}

interface Marked {
  readonly items: readonly { readonly actions: readonly { readonly byClerk: readonly string[] }[] }[];
  readonly attendance: readonly { readonly origin: 'source' | 'clerk' }[];
}

/** Whether minutes hold anything that the clerk added. */
export function hasAdded({ items, attendance }: Marked): boolean {
  return (
    attendance.some(({ origin }) => origin === 'clerk') ||
    items.some(({ actions }) => actions.some(({ byClerk }) => byClerk.length > 0))
  );
}
