import { toldIn } from '../rules.js';

/** Text as somebody typed it, in paragraphs and lists. */
export function ToldText({ text }: { readonly text: string }) {
  return (
    <>
      {toldIn(text).map((told) =>
        told.kind === 'list' ? (
          <ul>
            {told.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        ) : (
          <p>
            {told.lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ),
      )}
    </>
  );
}
