import { actPage, readThenAct, nothing } from '../act-page.js';
import { recordNews } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { readNews } from './news.form.js';
import { NewsFields } from './news.view.js';

export const newsPage = actPage({
  path: 'news',
  takes: { body: 'text', standing: 'choice' },
  act: 'tell news',
  heading: 'Tell how it goes',
  button: 'Publish the news',
  action: ({ promise }) => promisePaths.news(promise.slug),
  initial: () => ({}),
  load: nothing,
  fields: (props) => <NewsFields {...props} />,
  submit: (write, who, { promise }, typed) =>
    readThenAct(
      readNews(typed),
      (news) => recordNews(write, who, promise.id, news),
      () => 'body',
    ),
  done: 'news',
});
