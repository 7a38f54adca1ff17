import { fieldOf, keepsContract } from '#test/contract.js';
import { FileUpload } from './file-upload.js';

keepsContract({
  component: 'file-upload',
  compared: 17,
  without: { javascript: 'a drop zone needs a script' },
  view: (options) => (
    <FileUpload {...fieldOf(options)} multiple={options['multiple'] === true} disabled={options.disabled} />
  ),
});
