/**
 * Every page of the house in one process: one database, one server, one browser. With names of rooms (`npm test --
 * promises`) the pages of those rooms alone. What the forms send comes last, because it changes what is there.
 */
import './pages.js';
import './browser.js';
import './forms.js';
