import { contentOf, extraOf, keepsContract, textOf } from '#test/contract.js';
import { WarningText } from './warning-text.js';

keepsContract({
  component: 'warning-text',
  compared: 8,
  view: (options) => (
    <WarningText {...extraOf(options)} iconText={textOf(options, 'iconFallbackText')}>
      {contentOf(options)}
    </WarningText>
  ),
});
