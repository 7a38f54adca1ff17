import { Breadcrumbs } from '../breadcrumbs/breadcrumbs.js';
import { Button, ButtonGroup } from '../button/button.js';
import { Doubt } from '../doubt/doubt.js';
import { Input } from '../input/input.js';
import { Cards, Columns, PageHeading, type PageAssets } from '../page/page.js';
import { Radios } from '../radios/radios.js';
import { Source } from '../source/source.js';
import { Stat } from '../stat/stat.js';
import { SamplePage } from './frame.js';

const source: readonly string[] = [
  '# Children and Young People Board',
  '',
  'Wednesday 4 June 2025, 11.00 am',
  'Council Chamber, Northmoor, and online',
  '',
  '## Membership (12 seats)',
  '',
  'Labour (5): Cllr Amina Farouk (Chair), Cllr Desmond Okoro, Cllr Jo Lister, Cllr Ray Sandhu, Cllr Ellen Marsh',
  'Conservative (4): Cllr Tom Whitby (Vice-Chair), Cllr Ada Quill, Cllr Ian Forth, Cllr Prue Lyle',
  'Liberal Democrat (2): Cllr Siân Pryce MBE, Cllr Owen Tate',
  'Independent (1): Cllr Mo Vance',
  '',
  '## Note of the meeting of 12 March 2025',
  '',
  'Apologies: Cllr D Okoro, Cllr S Price',
  'Substitutes: Cllr L Hartley',
  '',
  '9. Pupils at four schools had asked for later buses. The operator had offered a trial on the 14 route.',
  '',
  '11. Members welcomed the trial and asked for figures by ward in the autumn.',
  '',
  'Action: Officers to report back.',
];

export function CheckSample({ assets }: { readonly assets: PageAssets }) {
  return (
    <SamplePage
      assets={assets}
      width="full"
      unlisted
      title="Check what was read, northmoor-june.md"
      account={
        <>
          <span>Priya Raman</span>
          <a href="#sign-out">Sign out</a>
        </>
      }
      before={<Breadcrumbs items={[{ text: 'Imports', href: '#imports' }, { text: 'northmoor-june.md' }]} />}
    >
      <PageHeading
        caption="northmoor-june.md, 22 lines"
        lead="Kept read this and changed nothing. Go through what does not add up; then publish."
      >
        Check what was read
      </PageHeading>
      <Cards small>
        {[
          <Stat value={12} label="seats" note="in 4 groups, agrees" />,
          <Stat value={2} label="do not add up" />,
          <Stat value={2} label="not there" />,
          <Stat value={0} label="lines not placed" />,
        ]}
      </Cards>
      <Columns
        share="equal"
        asideLast
        sticky
        aside={
          <Source
            title="northmoor-june.md"
            tall
            lines={source}
            marked={[
              { from: 6, to: 6 },
              { from: 15, to: 16 },
              { from: 22, to: 22 },
            ]}
          />
        }
      >
        <h2>What does not add up</h2>
        <Doubt
          id="doubt-1"
          weight="wrong"
          message="“S Price” among the apologies and “Siân Pryce” in the membership seem to be one person."
          evidence={[
            { lines: { from: 10, to: 10 }, words: 'Cllr Siân Pryce MBE' },
            { lines: { from: 15, to: 15 }, words: 'Cllr S Price' },
          ]}
        >
          <Radios
            name="spelling"
            legend="Which spelling is right?"
            small
            value="other"
            items={[
              { value: 'Siân Pryce', label: 'Siân Pryce' },
              { value: 'S Price', label: 'S Price' },
              { value: 'other', label: 'Another', conditional: <Input name="spelling-other" label="Name" /> },
            ]}
          />
          <ButtonGroup>
            <Button>Save</Button>
            <Button kind="secondary">Set aside</Button>
          </ButtonGroup>
        </Doubt>
        <Doubt
          id="doubt-2"
          weight="missing"
          message="Two members sent apologies and one substitute came: the text does not say for whom."
          evidence={[
            { lines: { from: 15, to: 16 }, words: 'Apologies: Cllr D Okoro, Cllr S Price Substitutes: Cllr L Hartley' },
          ]}
        >
          <Radios
            name="pair"
            legend="For whom did Cllr L Hartley stand in?"
            small
            items={[
              { value: 'okoro', label: 'Cllr Desmond Okoro' },
              { value: 'pryce', label: 'Cllr Siân Pryce' },
              { value: 'open', label: 'Leave it open' },
            ]}
          />
          <ButtonGroup>
            <Button>Save</Button>
            <Button kind="secondary">Set aside</Button>
          </ButtonGroup>
        </Doubt>
        <Doubt
          id="doubt-3"
          weight="missing"
          message="“Officers to report back” has no owner by name and no date."
          evidence={[{ lines: { from: 22, to: 22 }, words: 'Action: Officers to report back.' }]}
          answer="Set aside"
        />
        <Doubt
          id="doubt-4"
          weight="check"
          message="12 seats are announced and the groups add up to 12."
          evidence={[{ lines: { from: 6, to: 6 }, words: 'Membership (12 seats)' }]}
          answer="Confirmed"
        />
      </Columns>
    </SamplePage>
  );
}
