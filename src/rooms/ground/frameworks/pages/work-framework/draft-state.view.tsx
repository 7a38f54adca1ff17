import { Tag } from '#ui/tag/tag.js';

/** How a draft stands to what readers see. */
export function DraftState({ version, changes }: { readonly version: number | null; readonly changes: number }) {
  if (version === null) return <Tag tone="yellow">Not published</Tag>;
  if (changes === 0) return <Tag tone="green">{`Version ${version}, nothing changed since`}</Tag>;
  return <Tag tone="blue">{`Version ${version}, ${changes === 1 ? '1 change' : `${changes} changes`} since`}</Tag>;
}
