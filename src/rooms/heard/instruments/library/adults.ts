/** Questions of the library for educators, parents and carers, and school leaders: counterparts of those for students. */
import {
  agreement,
  howMuch,
  howOften,
  item,
  type LibraryQuestion,
  option,
  preferNot,
  question,
  inThreeLanguages,
  upToFive,
} from './writing.js';

export const adultQuestions: readonly LibraryQuestion[] = [
  question(
    'belonging',
    item(
      'staff-belong',
      'choice',
      ['educator', 'school leader'],
      inThreeLanguages(
        'Do you feel that you belong at this school?',
        'Ydych chi’n teimlo eich bod yn perthyn yn yr ysgol hon?',
        'هل تشعر أنك تنتمي إلى هذه المدرسة؟',
      ),
      { options: howMuch },
    ),
  ),
  question(
    'belonging',
    item(
      'family-welcome',
      'scale',
      ['parent or carer'],
      inThreeLanguages(
        'How often does your family feel welcome at the school?',
        'Pa mor aml mae eich teulu’n teimlo bod croeso iddo yn yr ysgol?',
        'كم مرة تشعر أسرتك بالترحيب في المدرسة؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'safety',
    item(
      'child-safe-on-the-way',
      'scale',
      ['parent or carer'],
      inThreeLanguages(
        'How often is your child safe on the way to school and home, as far as you know?',
        'Pa mor aml mae eich plentyn yn ddiogel ar y ffordd i’r ysgol ac adref, hyd y gwyddoch?',
        'كم مرة يكون طفلك آمنًا في الطريق إلى المدرسة والبيت، على حد علمك؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'trusted adults',
    item(
      'whom-to-ask',
      'yes or no',
      ['parent or carer'],
      inThreeLanguages(
        'Do you know whom at the school to ask when something is wrong?',
        'Ydych chi’n gwybod wrth bwy yn yr ysgol i ofyn pan fydd rhywbeth o’i le?',
        'هل تعرف من تسأل في المدرسة عندما يكون هناك شيء غير صحيح؟',
      ),
    ),
  ),
  question(
    'trusted adults',
    item(
      'trained-to-listen',
      'scale',
      ['educator', 'school leader'],
      inThreeLanguages(
        'Staff here know what to do when a student tells them that something is wrong.',
        'Mae staff yma’n gwybod beth i’w wneud pan fydd disgybl yn dweud wrthynt fod rhywbeth o’i le.',
        'يعرف العاملون هنا ما يفعلونه عندما يخبرهم طالب بأن هناك شيئًا سيئًا.',
      ),
      { options: agreement },
    ),
  ),
  question(
    'enjoyment',
    item(
      'child-enjoys',
      'scale',
      ['parent or carer'],
      inThreeLanguages(
        'How often does your child enjoy school, as far as you know?',
        'Pa mor aml mae eich plentyn yn mwynhau’r ysgol, hyd y gwyddoch?',
        'كم مرة يستمتع طفلك بالمدرسة، على حد علمك؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'being heard',
    item(
      'parents-heard',
      'scale',
      ['parent or carer'],
      inThreeLanguages(
        'How often does the school listen to what families say?',
        'Pa mor aml mae’r ysgol yn gwrando ar yr hyn mae teuluoedd yn ei ddweud?',
        'كم مرة تستمع المدرسة إلى ما تقوله الأسر؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'being heard',
    item(
      'acts-on-views',
      'scale',
      ['educator', 'school leader'],
      inThreeLanguages(
        'How often does something change at this school because students asked for it?',
        'Pa mor aml mae rhywbeth yn newid yn yr ysgol hon am fod disgyblion wedi gofyn amdano?',
        'كم مرة يتغير شيء في هذه المدرسة لأن الطلاب طلبوه؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'fairness',
    item(
      'rules-applied',
      'scale',
      ['educator', 'school leader', 'parent or carer'],
      inThreeLanguages(
        'The rules of this school are applied in the same way to everybody.',
        'Mae rheolau’r ysgol hon yn cael eu defnyddio yn yr un ffordd i bawb.',
        'تُطبَّق قواعد هذه المدرسة على الجميع بالطريقة نفسها.',
      ),
      { options: agreement },
    ),
  ),
  question(
    'unkindness',
    item(
      'unkindness-noticed',
      'scale',
      ['educator'],
      inThreeLanguages(
        'How often is there time to act when you see students being unkind to one another?',
        'Pa mor aml mae amser i weithredu pan welwch ddisgyblion yn gas wrth ei gilydd?',
        'كم مرة يتوفر وقت للتصرف عندما ترى طلابًا قساة بعضهم مع بعض؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'wellbeing',
    item(
      'staff-good-days',
      'scale',
      ['educator', 'school leader'],
      inThreeLanguages(
        'How often do you have a good day at work?',
        'Pa mor aml ydych chi’n cael diwrnod da yn y gwaith?',
        'كم مرة يكون يومك جيدًا في العمل؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'taking part',
    item(
      'family-barriers',
      'choose',
      ['parent or carer'],
      inThreeLanguages(
        'What makes it hard for your child to take part in clubs and activities?',
        'Beth sy’n ei gwneud yn anodd i’ch plentyn gymryd rhan mewn clybiau a gweithgareddau?',
        'ما الذي يجعل مشاركة طفلك في النوادي والأنشطة صعبة؟',
      ),
      {
        atMost: 5,
        hints: upToFive,
        options: [
          option('cost', inThreeLanguages('The cost', 'Y gost', 'التكلفة')),
          option(
            'getting-there',
            inThreeLanguages('Getting there and home', 'Cyrraedd yno a dod adref', 'الذهاب والعودة'),
          ),
          option('time', inThreeLanguages('The time at which they are', 'Yr amser maen nhw’n digwydd', 'وقت إقامتها')),
          option(
            'not-for-needs',
            inThreeLanguages(
              'They are not made for my child’s needs',
              'Dydyn nhw ddim wedi’u gwneud ar gyfer anghenion fy mhlentyn',
              'ليست مناسبة لاحتياجات طفلي',
            ),
          ),
          option(
            'not-told',
            inThreeLanguages('We did not know of them', 'Doedden ni ddim yn gwybod amdanyn nhw', 'لم نكن نعلم بها'),
          ),
          option(
            'nothing',
            inThreeLanguages('Nothing makes it hard', 'Does dim byd yn ei gwneud yn anodd', 'لا شيء يجعل ذلك صعبًا'),
          ),
        ],
      },
    ),
  ),
  question(
    'about you',
    item(
      'phase',
      'group',
      ['educator', 'parent or carer', 'school leader'],
      inThreeLanguages(
        'Which part of the school is this about?',
        'Pa ran o’r ysgol mae hyn yn sôn amdani?',
        'عن أي مرحلة من المدرسة تتحدث؟',
      ),
      {
        options: [
          option('primary', inThreeLanguages('Primary', 'Cynradd', 'الابتدائية')),
          option('secondary', inThreeLanguages('Secondary', 'Uwchradd', 'الثانوية')),
          option(
            'sixth-form',
            inThreeLanguages(
              'Sixth form or college',
              'Chweched dosbarth neu goleg',
              'الصفوف الثانوية العليا أو الكلية',
            ),
          ),
          option(
            'special',
            inThreeLanguages(
              'Special school or alternative provision',
              'Ysgol arbennig neu ddarpariaeth amgen',
              'مدرسة خاصة أو تعليم بديل',
            ),
          ),
          preferNot,
        ],
      },
    ),
  ),
];
