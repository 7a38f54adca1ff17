import type { ComponentExamples } from '../examples.js';
import { FileUpload } from './file-upload.js';

export const fileUploadExamples: ComponentExamples = {
  component: 'file-upload',
  about: 'Brings in a file from one’s own machine.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <FileUpload
          name="pack"
          label="Agenda pack"
          hint="Markdown, plain text, HTML or a PDF with text in it, up to 50 MB."
          accept=".md,.txt,.html,.pdf"
        />
      ),
    },
    {
      name: 'refused',
      show: () => (
        <FileUpload
          name="pack-again"
          label="Agenda pack"
          error="This PDF asks for a password. Save it without one and try again."
        />
      ),
    },
  ],
};
