/** Words of receipts: 64 things that a child can draw, the same in each language, so that a receipt can be read to somebody who speaks another. Pure. */
import { type Spoken, spokenIn } from './said.js';

const things: readonly (readonly [string, string, string])[] = [
  ['sun', 'haul', 'شمس'],
  ['moon', 'lleuad', 'قمر'],
  ['star', 'seren', 'نجمة'],
  ['cloud', 'cwmwl', 'سحابة'],
  ['rain', 'glaw', 'مطر'],
  ['snow', 'eira', 'ثلج'],
  ['wind', 'gwynt', 'ريح'],
  ['river', 'afon', 'نهر'],
  ['sea', 'môr', 'بحر'],
  ['hill', 'bryn', 'تل'],
  ['tree', 'coeden', 'شجرة'],
  ['leaf', 'deilen', 'ورقة'],
  ['flower', 'blodyn', 'زهرة'],
  ['grass', 'glaswellt', 'عشب'],
  ['stone', 'carreg', 'حجر'],
  ['sand', 'tywod', 'رمل'],
  ['apple', 'afal', 'تفاحة'],
  ['pear', 'gellygen', 'إجاصة'],
  ['lemon', 'lemwn', 'ليمونة'],
  ['bread', 'bara', 'خبز'],
  ['milk', 'llaeth', 'حليب'],
  ['honey', 'mêl', 'عسل'],
  ['rice', 'reis', 'أرز'],
  ['salt', 'halen', 'ملح'],
  ['cat', 'cath', 'قطة'],
  ['horse', 'ceffyl', 'حصان'],
  ['sheep', 'dafad', 'خروف'],
  ['rabbit', 'cwningen', 'أرنب'],
  ['lion', 'llew', 'أسد'],
  ['bear', 'arth', 'دب'],
  ['fox', 'cadno', 'ثعلب'],
  ['mouse', 'llygoden', 'فأر'],
  ['bird', 'aderyn', 'طائر'],
  ['duck', 'hwyaden', 'بطة'],
  ['owl', 'tylluan', 'بومة'],
  ['fish', 'pysgodyn', 'سمكة'],
  ['whale', 'morfil', 'حوت'],
  ['frog', 'broga', 'ضفدع'],
  ['bee', 'gwenynen', 'نحلة'],
  ['ant', 'morgrugyn', 'نملة'],
  ['house', 'tŷ', 'بيت'],
  ['door', 'drws', 'باب'],
  ['window', 'ffenestr', 'نافذة'],
  ['table', 'bwrdd', 'طاولة'],
  ['chair', 'cadair', 'كرسي'],
  ['bed', 'gwely', 'سرير'],
  ['lamp', 'lamp', 'مصباح'],
  ['clock', 'cloc', 'ساعة'],
  ['key', 'allwedd', 'مفتاح'],
  ['book', 'llyfr', 'كتاب'],
  ['pen', 'pin', 'قلم'],
  ['bag', 'bag', 'حقيبة'],
  ['ball', 'pêl', 'كرة'],
  ['kite', 'barcud', 'طائرة ورقية'],
  ['drum', 'drwm', 'طبل'],
  ['bell', 'cloch', 'جرس'],
  ['hat', 'het', 'قبعة'],
  ['coat', 'cot', 'معطف'],
  ['shoe', 'esgid', 'حذاء'],
  ['ring', 'modrwy', 'خاتم'],
  ['boat', 'cwch', 'قارب'],
  ['train', 'trên', 'قطار'],
  ['bridge', 'pont', 'جسر'],
  ['road', 'ffordd', 'طريق'],
];

const column: Readonly<Record<Spoken, 0 | 1 | 2>> = { en: 0, cy: 1, ar: 2 };

/** All words of a language, by number. */
export function receiptList(language: string): readonly string[] {
  return things.map((words) => words[column[spokenIn(language)]]);
}

/** A receipt (numbers from 0 to 63) in words. */
export function receiptWords(receipt: readonly number[], language: string): readonly string[] {
  const list = receiptList(language);
  return receipt.map((number) => list[number % list.length] ?? '');
}
