/**
 * The mark: a K whose arm is a thread that goes out, makes its loop and comes back. The name stands beside it and says
 * the same, so it is silent.
 */
const stem = 'M7 4.5v23';
const thread = 'M7 19.5c8.5 0 16.5-4.5 16.5-10.5 0-5.7-7.7-5.7-7.7.5 0 8 4 14 10.7 17.5';

export function Mark({ size = 32 }: { readonly size?: number | undefined }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark__thread" d={thread} />
      <path class="mark__stem" d={stem} />
    </svg>
  );
}

/** The icon of browser tabs, as a file of its own. */
export const iconFile =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" ` +
  `fill="#114a57"/><g fill="none" stroke-width="3.6" stroke-linecap="round" transform="translate(3.2 3.2) ` +
  `scale(.8)"><path stroke="#e9a21b" d="${thread}"/><path stroke="#fff" d="${stem}"/></g></svg>`;
