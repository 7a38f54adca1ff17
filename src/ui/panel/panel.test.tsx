import { children } from '#test/views.js';
import { contentOf, extraOf, keepsContract, textOf } from '#test/contract.js';
import { Panel, type PanelProps } from './panel.js';

const interruption = 'the interruption variant: we ask on a page of its own';

keepsContract({
  component: 'panel',
  compared: 9,
  without: {
    actions: interruption,
    'classes=govuk-panel--interruption': interruption,
    'fixture=interruption with custom classes': interruption,
  },
  view: (options) => (
    <Panel
      {...extraOf(options)}
      level={options['headingLevel'] as PanelProps['level']}
      title={typeof options['titleHtml'] === 'string' ? children(options['titleHtml']) : textOf(options, 'titleText')}
    >
      {contentOf(options)}
    </Panel>
  ),
});
