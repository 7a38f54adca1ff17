/** Questions of the library for students. */
import {
  agreement,
  howOften,
  item,
  type LibraryQuestion,
  mayLeaveOut,
  option,
  preferNot,
  question,
  inThreeLanguages,
  students,
  upToFive,
  yesNoDecline,
  yesSometimesNo,
  dontKnow,
} from './writing.js';

export const studentQuestions: readonly LibraryQuestion[] = [
  question(
    'belonging',
    item(
      'glad-you-are-here',
      'scale',
      students,
      inThreeLanguages(
        'How often do you feel that people at school are glad you are there?',
        'Pa mor aml wyt ti’n teimlo bod pobl yn yr ysgol yn falch dy fod yno?',
        'كم مرة تشعر أن الناس في المدرسة سعداء بوجودك؟',
      ),
      {
        options: howOften,
        variants: {
          'student primary': inThreeLanguages(
            'Are people at school happy that you are there?',
            'Ydy pobl yn yr ysgol yn hapus dy fod yno?',
            'هل الناس في المدرسة سعداء بوجودك؟',
          ),
        },
      },
    ),
  ),
  question(
    'belonging',
    item(
      'be-yourself',
      'scale',
      students,
      inThreeLanguages(
        'How often can you be yourself at school?',
        'Pa mor aml y galli di fod yn ti dy hun yn yr ysgol?',
        'كم مرة تستطيع أن تكون على طبيعتك في المدرسة؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'safety',
    item(
      'unsafe-places',
      'choose',
      students,
      inThreeLanguages(
        'Where do you feel least safe?',
        'Ble wyt ti’n teimlo leiaf diogel?',
        'أين تشعر بأقل قدر من الأمان؟',
      ),
      {
        atMost: 3,
        hints: inThreeLanguages(
          'Choose up to three. There is no right answer.',
          'Dewiswch hyd at dri. Does dim ateb cywir.',
          'اختر ما يصل إلى ثلاثة. لا توجد إجابة صحيحة.',
        ),
        variants: {
          'student primary': inThreeLanguages(
            'Where do you not feel safe?',
            'Ble dwyt ti ddim yn teimlo’n ddiogel?',
            'أين لا تشعر بالأمان؟',
          ),
        },
        options: [
          option('classroom', inThreeLanguages('In lessons', 'Mewn gwersi', 'في الدروس')),
          option(
            'corridors',
            inThreeLanguages('In corridors and on stairs', 'Mewn coridorau ac ar y grisiau', 'في الممرات وعلى السلالم'),
          ),
          option('toilets', inThreeLanguages('In the toilets', 'Yn y toiledau', 'في المراحيض')),
          option('outside', inThreeLanguages('Outside at break', 'Y tu allan amser egwyl', 'في الخارج وقت الاستراحة')),
          option('lunch', inThreeLanguages('Where we eat', 'Lle rydyn ni’n bwyta', 'حيث نأكل')),
          option(
            'changing',
            inThreeLanguages(
              'Where we change for sport',
              'Lle rydyn ni’n newid ar gyfer chwaraeon',
              'حيث نبدّل ملابسنا للرياضة',
            ),
          ),
          option(
            'online',
            inThreeLanguages(
              'Online, with people from school',
              'Ar-lein, gyda phobl o’r ysgol',
              'على الإنترنت مع أشخاص من المدرسة',
            ),
          ),
          option(
            'nowhere',
            inThreeLanguages('I feel safe everywhere', 'Rwy’n teimlo’n ddiogel ym mhobman', 'أشعر بالأمان في كل مكان'),
          ),
        ],
      },
    ),
  ),
  question(
    'safety',
    item(
      'safe-on-the-way',
      'choice',
      students,
      inThreeLanguages(
        'Do you feel safe on your way to school and home?',
        'Wyt ti’n teimlo’n ddiogel ar dy ffordd i’r ysgol ac adref?',
        'هل تشعر بالأمان في طريقك إلى المدرسة وإلى البيت؟',
      ),
      { options: yesSometimesNo },
    ),
  ),
  question(
    'safety',
    item(
      'way-to-school',
      'choice',
      students,
      inThreeLanguages(
        'How do you come to school on most days?',
        'Sut wyt ti’n dod i’r ysgol ar y rhan fwyaf o ddyddiau?',
        'كيف تأتي إلى المدرسة في معظم الأيام؟',
      ),
      {
        options: [
          option('walk', inThreeLanguages('I walk', 'Cerdded', 'مشيًا')),
          option('cycle', inThreeLanguages('I cycle or scoot', 'Beicio neu sgwtera', 'بالدراجة أو السكوتر')),
          option('bus', inThreeLanguages('By bus', 'Ar fws', 'بالحافلة')),
          option(
            'train',
            inThreeLanguages(
              'By train, tram or underground',
              'Ar drên, tram neu drên tanddaearol',
              'بالقطار أو الترام أو المترو',
            ),
          ),
          option('car', inThreeLanguages('By car or taxi', 'Mewn car neu dacsi', 'بالسيارة أو التاكسي')),
          option('other', inThreeLanguages('In another way', 'Mewn ffordd arall', 'بطريقة أخرى')),
          preferNot,
        ],
      },
    ),
  ),
  question(
    'trusted adults',
    item(
      'adult-cares',
      'scale',
      students,
      inThreeLanguages(
        'Is there an adult at school who cares how you are?',
        'Oes oedolyn yn yr ysgol sy’n poeni sut wyt ti?',
        'هل يوجد شخص بالغ في المدرسة يهتم بحالك؟',
      ),
      {
        options: yesSometimesNo.map((one) =>
          one.key === 'yes'
            ? option('yes', inThreeLanguages('Yes', 'Oes', 'نعم'))
            : one.key === 'no'
              ? option('no', inThreeLanguages('No', 'Nac oes', 'لا'))
              : one,
        ),
      },
    ),
  ),
  question(
    'trusted adults',
    item(
      'told-and-helped',
      'choice',
      students,
      inThreeLanguages(
        'When you told an adult at school that something was wrong, did it help?',
        'Pan ddywedaist ti wrth oedolyn yn yr ysgol fod rhywbeth o’i le, a wnaeth hynny helpu?',
        'عندما أخبرت شخصًا بالغًا في المدرسة أن هناك شيئًا سيئًا، هل ساعد ذلك؟',
      ),
      {
        options: [
          option('yes', inThreeLanguages('Yes', 'Do', 'نعم')),
          option('a-bit', inThreeLanguages('A bit', 'Ychydig', 'قليلًا')),
          option('no', inThreeLanguages('No', 'Naddo', 'لا')),
          option(
            'never-told',
            inThreeLanguages('I have not told anybody', 'Dydw i ddim wedi dweud wrth neb', 'لم أخبر أحدًا'),
          ),
          dontKnow,
          preferNot,
        ],
      },
    ),
  ),
  question(
    'friendship',
    item(
      'friends',
      'scale',
      students,
      inThreeLanguages(
        'How often do you have somebody to be with at break?',
        'Pa mor aml mae gen ti rywun i fod gyda nhw amser egwyl?',
        'كم مرة يكون معك أحد وقت الاستراحة؟',
      ),
      {
        options: howOften,
        variants: {
          'student primary': inThreeLanguages(
            'Do you have somebody to play with at break?',
            'Oes gen ti rywun i chwarae gyda nhw amser egwyl?',
            'هل لديك من تلعب معه وقت الاستراحة؟',
          ),
        },
      },
    ),
  ),
  question(
    'friendship',
    item(
      'lonely',
      'scale',
      students,
      inThreeLanguages(
        'How often do you feel lonely at school?',
        'Pa mor aml wyt ti’n teimlo’n unig yn yr ysgol?',
        'كم مرة تشعر بالوحدة في المدرسة؟',
      ),
      { options: howOften, hints: mayLeaveOut },
    ),
  ),
  question(
    'enjoyment',
    item(
      'enjoy-school',
      'scale',
      students,
      inThreeLanguages(
        'How often do you enjoy school?',
        'Pa mor aml wyt ti’n mwynhau’r ysgol?',
        'كم مرة تستمتع بالمدرسة؟',
      ),
      {
        options: howOften,
        variants: {
          'student primary': inThreeLanguages(
            'Do you like being at school?',
            'Wyt ti’n hoffi bod yn yr ysgol?',
            'هل تحب أن تكون في المدرسة؟',
          ),
        },
      },
    ),
  ),
  question(
    'enjoyment',
    item(
      'interesting',
      'scale',
      students,
      inThreeLanguages(
        'How often are lessons interesting to you?',
        'Pa mor aml mae’r gwersi’n ddiddorol i ti?',
        'كم مرة تكون الدروس ممتعة بالنسبة لك؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'being heard',
    item(
      'say-in-rules',
      'scale',
      students,
      inThreeLanguages(
        'Students here have a say in decisions that matter to them.',
        'Mae gan ddisgyblion yma lais mewn penderfyniadau sy’n bwysig iddyn nhw.',
        'للطلاب هنا رأي في القرارات التي تهمهم.',
      ),
      {
        options: agreement,
        variants: {
          'student primary': inThreeLanguages(
            'Can children help to decide things at school?',
            'All plant helpu i benderfynu pethau yn yr ysgol?',
            'هل يستطيع الأطفال المساعدة في اتخاذ القرارات في المدرسة؟',
          ),
        },
      },
    ),
  ),
  question(
    'being heard',
    item(
      'asked-and-told',
      'scale',
      students,
      inThreeLanguages(
        'When students are asked for their views, they are told what came of it.',
        'Pan ofynnir am farn disgyblion, maen nhw’n cael gwybod beth ddaeth ohoni.',
        'عندما يُسأل الطلاب عن آرائهم، يُخبَرون بما نتج عنها.',
      ),
      {
        options: agreement,
        variants: {
          'student primary': inThreeLanguages(
            'When adults ask what you think, do they tell you what happened next?',
            'Pan fydd oedolion yn gofyn dy farn, ydyn nhw’n dweud wrthyt ti beth ddigwyddodd wedyn?',
            'عندما يسألك الكبار عن رأيك، هل يخبرونك بما حدث بعد ذلك؟',
          ),
        },
      },
    ),
  ),
  question(
    'fairness',
    item(
      'fair-rules',
      'scale',
      students,
      inThreeLanguages(
        'The rules at this school are fair.',
        'Mae rheolau’r ysgol hon yn deg.',
        'قواعد هذه المدرسة عادلة.',
      ),
      {
        options: agreement,
        variants: {
          'student primary': inThreeLanguages(
            'Are the rules at school fair?',
            'Ydy rheolau’r ysgol yn deg?',
            'هل قواعد المدرسة عادلة؟',
          ),
        },
      },
    ),
  ),
  question(
    'fairness',
    item(
      'treated-the-same',
      'scale',
      students,
      inThreeLanguages(
        'How often are you treated with the same respect as everybody else?',
        'Pa mor aml wyt ti’n cael yr un parch â phawb arall?',
        'كم مرة تُعامَل باحترام مثل الجميع؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'unkindness',
    item(
      'unkind-to-you',
      'scale',
      students,
      inThreeLanguages(
        'In the last month, how often were people at school unkind to you on purpose?',
        'Yn ystod y mis diwethaf, pa mor aml roedd pobl yn yr ysgol yn gas wrthyt ti’n fwriadol?',
        'في الشهر الماضي، كم مرة عاملك أشخاص في المدرسة بقسوة عمدًا؟',
      ),
      {
        options: howOften,
        hints: mayLeaveOut,
        variants: {
          'student primary': inThreeLanguages(
            'Has somebody at school been unkind to you again and again?',
            'Oes rhywun yn yr ysgol wedi bod yn gas wrthyt ti dro ar ôl tro?',
            'هل عاملك أحد في المدرسة بقسوة مرة بعد مرة؟',
          ),
        },
      },
    ),
  ),
  question(
    'unkindness',
    item(
      'unkind-seen',
      'scale',
      students,
      inThreeLanguages(
        'In the last month, how often did you see people at school being unkind to somebody on purpose?',
        'Yn ystod y mis diwethaf, pa mor aml y gwelaist ti bobl yn yr ysgol yn gas wrth rywun yn fwriadol?',
        'في الشهر الماضي، كم مرة رأيت أشخاصًا في المدرسة يعاملون أحدًا بقسوة عمدًا؟',
      ),
      { options: howOften, hints: mayLeaveOut },
    ),
  ),
  question(
    'unkindness',
    item(
      'unkindness-stopped',
      'scale',
      students,
      inThreeLanguages(
        'When people are unkind here, adults stop it.',
        'Pan fydd pobl yn gas yma, mae oedolion yn rhoi stop arno.',
        'عندما يكون الناس قساة هنا، يوقف الكبار ذلك.',
      ),
      { options: agreement },
    ),
  ),
  question(
    'wellbeing',
    item(
      'good-days',
      'scale',
      students,
      inThreeLanguages(
        'How often do you have a good day at school?',
        'Pa mor aml wyt ti’n cael diwrnod da yn yr ysgol?',
        'كم مرة يكون يومك جيدًا في المدرسة؟',
      ),
      { options: howOften },
    ),
  ),
  question(
    'wellbeing',
    item(
      'worried',
      'scale',
      students,
      inThreeLanguages(
        'How often do you worry about school?',
        'Pa mor aml wyt ti’n poeni am yr ysgol?',
        'كم مرة تقلق بشأن المدرسة؟',
      ),
      { options: howOften, hints: mayLeaveOut },
    ),
  ),
  question(
    'taking part',
    item(
      'clubs-and-activities',
      'yes or no',
      students,
      inThreeLanguages(
        'Do you take part in a club or activity, at school or elsewhere?',
        'Wyt ti’n cymryd rhan mewn clwb neu weithgaredd, yn yr ysgol neu rywle arall?',
        'هل تشارك في نادٍ أو نشاط في المدرسة أو خارجها؟',
      ),
    ),
  ),
  question(
    'taking part',
    item(
      'taking-part-stops',
      'choose',
      students,
      inThreeLanguages(
        'What makes it hard to take part in clubs and activities?',
        'Beth sy’n ei gwneud yn anodd cymryd rhan mewn clybiau a gweithgareddau?',
        'ما الذي يجعل المشاركة في النوادي والأنشطة صعبة؟',
      ),
      {
        atMost: 5,
        hints: upToFive,
        options: [
          option('cost', inThreeLanguages('They cost too much', 'Maen nhw’n costio gormod', 'تكلف كثيرًا')),
          option(
            'getting-there',
            inThreeLanguages(
              'I cannot get there or home',
              'Alla i ddim cyrraedd yno na dod adref',
              'لا أستطيع الوصول إليها أو العودة',
            ),
          ),
          option(
            'time',
            inThreeLanguages('They are at the wrong time', 'Maen nhw ar yr amser anghywir', 'وقتها غير مناسب'),
          ),
          option('at-home', inThreeLanguages('I am needed at home', 'Mae fy angen i gartref', 'يحتاجون إليّ في البيت')),
          option(
            'nothing-for-me',
            inThreeLanguages('There is nothing that I like', 'Does dim byd rwy’n ei hoffi', 'لا يوجد شيء أحبه'),
          ),
          option(
            'not-welcome',
            inThreeLanguages('I would not feel welcome', 'Fyddwn i ddim yn teimlo bod croeso i mi', 'لن أشعر بالترحيب'),
          ),
          option(
            'not-for-my-needs',
            inThreeLanguages(
              'They are not made for my needs',
              'Dydyn nhw ddim wedi’u gwneud ar gyfer fy anghenion i',
              'ليست مناسبة لاحتياجاتي',
            ),
          ),
          option(
            'not-told',
            inThreeLanguages('Nobody told me about them', 'Ddywedodd neb wrtha i amdanyn nhw', 'لم يخبرني أحد عنها'),
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
      'young-carer',
      'group',
      students,
      inThreeLanguages(
        'Do you look after somebody at home who is ill, disabled or needs help?',
        'Wyt ti’n gofalu am rywun gartref sy’n sâl, yn anabl neu angen help?',
        'هل تعتني في البيت بشخص مريض أو لديه إعاقة أو يحتاج إلى مساعدة؟',
      ),
      { options: yesNoDecline },
    ),
  ),
  question(
    'about you',
    item(
      'care-experienced',
      'group',
      students,
      inThreeLanguages(
        'Have you ever lived in care, like with foster carers or in a children’s home?',
        'Wyt ti erioed wedi byw mewn gofal, fel gyda gofalwyr maeth neu mewn cartref plant?',
        'هل عشت يومًا في رعاية، مثلًا مع أسرة حاضنة أو في دار للأطفال؟',
      ),
      {
        options: yesNoDecline.map((one) =>
          one.key === 'no' ? option('no', inThreeLanguages('No', 'Nac ydw', 'لا')) : one,
        ),
      },
    ),
  ),
];
