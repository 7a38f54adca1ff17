import { contentOf, extraOf, keepsContract, type Options } from '#test/contract.js';
import { PhaseBanner } from './phase-banner.js';

keepsContract({
  component: 'phase-banner',
  compared: 7,
  view: (options) => {
    const tag = options['tag'] as Options | undefined;
    return (
      <PhaseBanner {...extraOf(options)} tag={contentOf(tag)} tagClass={tag?.classes}>
        {contentOf(options)}
      </PhaseBanner>
    );
  },
});
