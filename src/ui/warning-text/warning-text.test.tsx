import { contentOf, extraOf, keepsContract } from '#test/contract.js';
import { WarningText } from './warning-text.js';

keepsContract({
  component: 'warning-text',
  compared: 8,
  view: (options) => (
    <WarningText {...extraOf(options)} iconText={options['iconFallbackText'] as string | undefined}>
      {contentOf(options)}
    </WarningText>
  ),
});
