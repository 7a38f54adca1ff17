/** Lines of code to copy into a page of one's own: they wrap, so that nothing is hidden at the right. */
export function Embed({ code }: { readonly code: string }) {
  return (
    <pre class="embed">
      <code>{code}</code>
    </pre>
  );
}
