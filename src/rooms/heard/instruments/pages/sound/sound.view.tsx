import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { FileUpload } from '#ui/file-upload/file-upload.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Select } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { directionOf } from '../../view-words.js';

export interface SoundsViewProps {
  readonly title: string;
  readonly words: string;
  readonly seen: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly chosen: string;
  readonly places: readonly { readonly value: string; readonly text: string }[];
  readonly sounds: readonly {
    readonly place: string;
    readonly name: string;
    readonly language: string;
    readonly words: string;
    readonly href: string;
    readonly isOld: boolean;
    readonly isSealed: boolean;
  }[];
  readonly used: string;
}

export function SoundsView(props: SoundsViewProps) {
  const { problems, sounds } = props;
  return (
    <>
      <Refused problems={problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.title} lead={props.words}>
        Recordings that read it aloud
      </PageHeading>
      {sounds.length === 0 ? (
        <EmptyState title="No recording yet">
          Without one, a device may read the words with a voice of its own.
        </EmptyState>
      ) : (
        <PostForm noValidate>
          <input type="hidden" name="seen" value={props.seen} />
          <Table
            caption="Recordings"
            narrow="stack"
            head={[
              { content: 'Language and audience' },
              { content: 'Words that it says' },
              { content: 'Listen' },
              { content: 'Remove' },
            ]}
            rows={sounds.map((sound) => [
              { content: sound.name },
              {
                content: (
                  <>
                    <span lang={sound.language} dir={directionOf(sound.language)}>
                      {sound.words}
                    </span>{' '}
                    {sound.isOld && <Tag tone="yellow">The words changed since</Tag>}{' '}
                    {sound.isSealed && <Tag tone="grey">In a sealed version</Tag>}
                  </>
                ),
              },
              { content: <audio controls preload="none" src={sound.href} aria-label={`Recording: ${sound.name}`} /> },
              {
                content: (
                  <TextButton name="remove" value={sound.place} about={sound.name}>
                    Remove
                  </TextButton>
                ),
              },
            ])}
          />
        </PostForm>
      )}
      <h2>Add a recording</h2>
      {props.places.length === 0 ? (
        <p>The question has no words yet.</p>
      ) : (
        <PostForm encType="multipart/form-data" noValidate>
          <input type="hidden" name="seen" value={props.seen} />
          <Select
            {...refusedField(problems, 'place')}
            name="place"
            label="What it says"
            hint="It takes the place of one that is there"
            value={props.chosen}
            items={props.places}
          />
          <FileUpload
            {...refusedField(problems, 'sound')}
            name="sound"
            label="The recording"
            hint="MP3, M4A, OGG or WAV, 1 MB at most. The voice of an adult: a child could be known by theirs"
            accept=".mp3,.m4a,.ogg,.oga,.wav,audio/*"
          />
          <Button>Add the recording</Button>
        </PostForm>
      )}
      <p>{props.used}</p>
    </>
  );
}
