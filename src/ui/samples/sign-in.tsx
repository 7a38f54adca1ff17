import { Button } from '../button/button.js';
import { Details } from '../details/details.js';
import { ErrorSummary } from '../error-summary/error-summary.js';
import { Input } from '../input/input.js';
import { Cards, PageHeading, type PageAssets } from '../page/page.js';
import { PersonaCard } from '../persona-card/persona-card.js';
import { SamplePage } from './frame.js';

const personas = [
  ['Priya Raman', 'Committee clerk, Northmoor Council', 'Brings in packs, checks what was read, publishes.'],
  ['Amina Farouk', 'Councillor, chair of the board', 'Reads the pack, agrees the note.'],
  ['Ravi Menon', 'Head of Transport', 'Writes reports and reports back on actions.'],
  ['Kezia Boateng', 'Youth forum, 15', 'Follows what became of the forum’s questions.'],
] as const;

export function SignInSample({ assets, refused }: { readonly assets: PageAssets; readonly refused?: boolean }) {
  return (
    <SamplePage assets={assets} title="Sign in" refused={refused} unlisted>
      {refused && (
        <ErrorSummary errors={[{ text: 'Enter an e-mail address, like name@example.org', href: '#email' }]} />
      )}
      <PageHeading lead="This is a demonstration. Choose who you want to be; nothing you do leaves this machine.">
        Go in as someone
      </PageHeading>
      <Cards>
        {personas.map(([name, role, about]) => (
          <PersonaCard name={name} role={role} about={about} action="#sign-in" fields={{ persona: name }} />
        ))}
      </Cards>
      <Details summary="Sign in with your own e-mail address instead" open={refused}>
        <form method="post" action="#sign-in">
          <Input
            name="email"
            type="email"
            autocomplete="email"
            label="E-mail address"
            hint="We send you a link; there is no password."
            error={refused ? 'Enter an e-mail address, like name@example.org' : undefined}
            value={refused ? 'priya' : undefined}
          />
          <Button>Send the link</Button>
        </form>
      </Details>
    </SamplePage>
  );
}
