import { Button } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import type { Letter } from '../../letter.js';

export interface NoticeShown {
  readonly language: string;
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isSpoken: boolean;
  readonly child: readonly string[] | null;
  readonly adult: readonly string[] | null;
}

export interface NoticesViewProps {
  readonly name: string;
  readonly isFrozen: boolean;
  readonly notices: readonly NoticeShown[];
}

function Notice({
  notice,
  heading,
  words,
}: {
  readonly notice: NoticeShown;
  readonly heading: string;
  readonly words: readonly string[];
}) {
  return (
    <section>
      <h3>{heading}</h3>
      <div lang={notice.isSpoken ? notice.tag : 'en'} dir={notice.isSpoken ? notice.direction : 'ltr'}>
        {words.map((one) => (
          <p>{one}</p>
        ))}
      </div>
    </section>
  );
}

export function NoticesView({ name, isFrozen, notices }: NoticesViewProps) {
  return (
    <>
      <PageHeading
        caption={name}
        lead={
          isFrozen
            ? 'As they are shown before the first question. They are frozen with the survey.'
            : 'As they will be shown before the first question. They are made from the data sheet.'
        }
      >
        Privacy notices
      </PageHeading>
      <InsetText>
        They say “anonymous” because every way in is: a card, a class session or an open link, and none of them leads
        from an answer to a person. Let somebody who speaks each language read them before you open.
      </InsetText>
      {notices.map((notice) => (
        <section>
          <h2>{notice.language}</h2>
          {!notice.isSpoken && <p>{`Kept has no notice in ${notice.language} yet: people read the English one.`}</p>}
          {notice.child && <Notice notice={notice} heading="For children and young people" words={notice.child} />}
          {notice.adult && <Notice notice={notice} heading="For adults" words={notice.adult} />}
        </section>
      ))}
    </>
  );
}

export interface LetterViewProps {
  readonly letter: Letter;
  readonly pdf: string;
}

export function LetterView({ letter, pdf }: LetterViewProps) {
  return (
    <>
      <div class="no-print">
        <Button href={pdf}>Take the letter as PDF</Button>
      </div>
      <PageHeading caption={letter.from}>{letter.title}</PageHeading>
      {letter.paragraphs.map((words) => (
        <p>{words}</p>
      ))}
      <section>
        <h2>{letter.slip.heading}</h2>
        <p>{letter.slip.words}</p>
        <ul>
          {letter.slip.lines.map((line) => (
            <li>{`${line}:`}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
