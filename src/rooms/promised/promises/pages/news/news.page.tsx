import { actPage, nothing } from '../act-page.js';
import { recordNews } from '../../acts.js';
import { promisePaths } from '../../paths.js';
import { newsForm } from './news.form.js';
import { NewsFields } from './news.view.js';

export const newsPage = actPage({
  path: 'news',
  form: newsForm,
  act: 'tell news',
  heading: 'Tell how it goes',
  button: 'Publish the news',
  action: ({ promise }) => promisePaths.news(promise.slug),
  load: nothing,
  fields: (props) => <NewsFields {...props} />,
  submit: (write, who, { promise }, { body, standing }) =>
    recordNews(write, who, promise.id, { body, atRisk: standing === 'at risk' }),
  fieldOf: () => 'body',
  done: 'news',
});
