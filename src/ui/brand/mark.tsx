/** The mark: one thread goes out, makes its loop and comes back beside where it began. Said by the name next to it. */
export function Mark({ size = 34 }: { readonly size?: number | undefined }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark__thread" d={threadPath} />
      <circle class="mark__knot" cx="5.5" cy="23.5" r="3" />
    </svg>
  );
}

/** Also drawn in the icon file that build.ts writes. */
export const threadPath = 'M5.5 23.5c6 0 8.5-4 11-7.5 3-4.2 5.5-8 9-6.5 3.8 1.7 3.8 11.300 0 13-3.5 1.5-6-2.3-9-6.5-2.5-3.5-5-7.500-11-7.500';

/** The icon of browser tabs, as a file of its own. */
export const iconFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#114a57"/><path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" d="${threadPath}"/><circle cx="5.5" cy="23.5" r="3" fill="#e9a21b"/></svg>`;
