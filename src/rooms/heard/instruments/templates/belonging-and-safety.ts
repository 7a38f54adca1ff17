/**
 * Belonging and safety, for students, educators, parents and school leaders: in our own words, after the structure of the study
 * that the seed reports (pages 32 to 44: one question on belonging, "choose the 5 most important" of what helps and what stops
 * it, the same for safety). Sub-groups are asked for only where a table needs them.
 */
import {
  dontKnow,
  howMuch,
  howOften,
  item,
  option,
  preferNot,
  inThreeLanguages,
  students,
  upToFive,
  years,
} from '../library/writing.js';
import type { InstrumentContent } from '../words.js';

export const belongingAndSafety: InstrumentContent = {
  title: inThreeLanguages(
    'Belonging and safety at school',
    'Perthyn a diogelwch yn yr ysgol',
    'الانتماء والأمان في المدرسة',
  ),
  languages: ['en', 'cy', 'ar'],
  items: [
    item(
      'year-primary',
      'group',
      ['student primary'],
      inThreeLanguages('Which year are you in?', 'Ym mha flwyddyn wyt ti?', 'في أي سنة دراسية أنت؟'),
      { options: years(3, 6) },
    ),
    item(
      'year-secondary',
      'group',
      ['student secondary'],
      inThreeLanguages('Which year are you in?', 'Ym mha flwyddyn wyt ti?', 'في أي سنة دراسية أنت؟'),
      { options: years(7, 13) },
    ),
    item(
      'belonging',
      'choice',
      [...students, 'educator', 'parent or carer'],
      inThreeLanguages(
        'Do you feel that you belong at your school?',
        'Wyt ti’n teimlo dy fod yn perthyn yn dy ysgol?',
        'هل تشعر أنك تنتمي إلى مدرستك؟',
      ),
      {
        options: howMuch,
        variants: {
          'student primary': inThreeLanguages(
            'Do you feel part of your school?',
            'Wyt ti’n teimlo’n rhan o dy ysgol?',
            'هل تشعر أنك جزء من مدرستك؟',
          ),
          'parent or carer': inThreeLanguages(
            'Does your child feel that they belong at their school?',
            'A yw eich plentyn yn teimlo ei fod yn perthyn yn ei ysgol?',
            'هل يشعر طفلك أنه ينتمي إلى مدرسته؟',
          ),
        },
        hints: inThreeLanguages(
          'To belong means that people are glad you are there.',
          'Mae perthyn yn golygu bod pobl yn falch dy fod yno.',
          'الانتماء يعني أن الناس سعداء بوجودك.',
        ),
      },
    ),
    item(
      'belonging-helps',
      'choose',
      students,
      inThreeLanguages(
        'What helps you most to feel that you belong?',
        'Beth sy’n dy helpu fwyaf i deimlo dy fod yn perthyn?',
        'ما الذي يساعدك أكثر على الشعور بالانتماء؟',
      ),
      {
        atMost: 5,
        hints: upToFive,
        options: [
          option(
            'trusted-friends',
            inThreeLanguages('Friends I can trust', 'Ffrindiau y galla i ymddiried ynddyn nhw', 'أصدقاء أثق بهم'),
          ),
          option(
            'equal-respect',
            inThreeLanguages(
              'The same respect for me as for everybody else',
              'Yr un parch i mi ag i bawb arall',
              'احترام لي مثل الجميع',
            ),
          ),
          option(
            'being-myself',
            inThreeLanguages('That I can be myself', 'Fy mod i’n gallu bod yn fi fy hun', 'أن أكون على طبيعتي'),
          ),
          option(
            'known-by-adults',
            inThreeLanguages('Adults who know me', 'Oedolion sy’n fy adnabod', 'بالغون يعرفونني'),
          ),
          option(
            'listened-to',
            inThreeLanguages('That I am listened to', 'Bod rhywun yn gwrando arna i', 'أن يُستمع إليّ'),
          ),
          option(
            'help-to-learn',
            inThreeLanguages('Help when learning is hard', 'Help pan fydd dysgu’n anodd', 'المساعدة عندما يصعب التعلم'),
          ),
          option(
            'my-background',
            inThreeLanguages(
              'Lessons with people like me in them',
              'Gwersi â phobl fel fi ynddyn nhw',
              'دروس فيها أشخاص مثلي',
            ),
          ),
          option(
            'clubs',
            inThreeLanguages(
              'Clubs and things to do together',
              'Clybiau a phethau i’w gwneud gyda’n gilydd',
              'نوادٍ وأنشطة نقوم بها معًا',
            ),
          ),
          option('a-say', inThreeLanguages('A say in what happens', 'Llais yn yr hyn sy’n digwydd', 'رأي فيما يحدث')),
          option('a-place', inThreeLanguages('A quiet place to go', 'Lle tawel i fynd', 'مكان هادئ أذهب إليه')),
        ],
      },
    ),
    item(
      'belonging-stops',
      'choose',
      students,
      inThreeLanguages(
        'What makes it hard to feel that you belong?',
        'Beth sy’n ei gwneud yn anodd teimlo dy fod yn perthyn?',
        'ما الذي يجعل الشعور بالانتماء صعبًا؟',
      ),
      {
        atMost: 5,
        hints: upToFive,
        options: [
          option('pressure', inThreeLanguages('Being under pressure', 'Bod dan bwysau', 'أن أكون تحت الضغط')),
          option(
            'not-myself',
            inThreeLanguages('Not being able to be myself', 'Methu bod yn fi fy hun', 'ألا أستطيع أن أكون على طبيعتي'),
          ),
          option('unfair-rules', inThreeLanguages('Rules that are not fair', 'Rheolau annheg', 'قواعد غير عادلة')),
          option(
            'bullying',
            inThreeLanguages('Bullying or unkind words', 'Bwlio neu eiriau cas', 'التنمر أو الكلام الجارح'),
          ),
          option('racism', inThreeLanguages('Racism', 'Hiliaeth', 'العنصرية')),
          option(
            'not-noticed',
            inThreeLanguages('That nobody notices me', 'Does neb yn sylwi arna i', 'ألا يلاحظني أحد'),
          ),
          option(
            'no-friends',
            inThreeLanguages('Few friends, or none', 'Ychydig o ffrindiau, neu ddim', 'أصدقاء قليلون أو لا أحد'),
          ),
          option(
            'hard-lessons',
            inThreeLanguages('Lessons that I cannot follow', 'Gwersi na alla i eu dilyn', 'دروس لا أستطيع متابعتها'),
          ),
          option(
            'cost',
            inThreeLanguages('Things that cost too much', 'Pethau sy’n costio gormod', 'أشياء تكلف كثيرًا'),
          ),
          option(
            'nothing',
            inThreeLanguages('Nothing makes it hard', 'Does dim byd yn ei gwneud yn anodd', 'لا شيء يجعل ذلك صعبًا'),
          ),
        ],
      },
    ),
    item(
      'safe',
      'choice',
      [...students, 'educator', 'parent or carer'],
      inThreeLanguages(
        'Do you feel safe at your school?',
        'Wyt ti’n teimlo’n ddiogel yn dy ysgol?',
        'هل تشعر بالأمان في مدرستك؟',
      ),
      {
        options: howMuch,
        variants: {
          'parent or carer': inThreeLanguages(
            'Is your child safe at their school, as far as you know?',
            'A yw eich plentyn yn ddiogel yn ei ysgol, hyd y gwyddoch?',
            'هل طفلك آمن في مدرسته، على حد علمك؟',
          ),
        },
      },
    ),
    item(
      'safety-helps',
      'choose',
      students,
      inThreeLanguages(
        'What helps you most to feel safe?',
        'Beth sy’n dy helpu fwyaf i deimlo’n ddiogel?',
        'ما الذي يساعدك أكثر على الشعور بالأمان؟',
      ),
      {
        atMost: 5,
        hints: upToFive,
        options: [
          option(
            'respectful-adults',
            inThreeLanguages('Adults who respect everybody', 'Oedolion sy’n parchu pawb', 'بالغون يحترمون الجميع'),
          ),
          option(
            'bullying-stopped',
            inThreeLanguages('That bullying is stopped', 'Bod bwlio’n cael ei atal', 'أن يتوقف التنمر'),
          ),
          option('fair-rules', inThreeLanguages('Fair rules', 'Rheolau teg', 'قواعد عادلة')),
          option(
            'no-violence',
            inThreeLanguages('That nobody gets hurt', 'Bod neb yn cael ei frifo', 'ألا يتعرض أحد للأذى'),
          ),
          option(
            'somebody-to-tell',
            inThreeLanguages('Somebody I can tell', 'Rhywun y galla i ddweud wrtho', 'شخص أستطيع أن أخبره'),
          ),
          option('friends', inThreeLanguages('Friends beside me', 'Ffrindiau wrth fy ochr', 'أصدقاء بجانبي')),
          option(
            'safe-way',
            inThreeLanguages(
              'A safe way to school and home',
              'Taith ddiogel i’r ysgol ac adref',
              'طريق آمن إلى المدرسة والبيت',
            ),
          ),
          option(
            'safe-places',
            inThreeLanguages(
              'Toilets and corridors that are safe',
              'Toiledau a choridorau diogel',
              'مراحيض وممرات آمنة',
            ),
          ),
        ],
      },
    ),
    item(
      'listened-to',
      'scale',
      students,
      inThreeLanguages(
        'How often do adults at school listen to what you say?',
        'Pa mor aml mae oedolion yn yr ysgol yn gwrando ar yr hyn rwyt ti’n ei ddweud?',
        'كم مرة يستمع الكبار في المدرسة إلى ما تقوله؟',
      ),
      { options: howOften },
    ),
    item(
      'somebody-to-tell',
      'yes or no',
      students,
      inThreeLanguages(
        'Is there an adult at school whom you could tell if something was wrong?',
        'Oes oedolyn yn yr ysgol y gallet ti ddweud wrtho petai rhywbeth o’i le?',
        'هل يوجد شخص بالغ في المدرسة تستطيع أن تخبره إذا حدث شيء سيئ؟',
      ),
    ),
    item(
      'something-changed',
      'yes or no',
      [...students, 'parent or carer'],
      inThreeLanguages(
        'Did something at school change because students asked for it?',
        'A newidiodd rhywbeth yn yr ysgol am fod disgyblion wedi gofyn amdano?',
        'هل تغيّر شيء في المدرسة لأن الطلاب طلبوه؟',
      ),
    ),
    item(
      'what-changed',
      'short text',
      [...students, 'parent or carer'],
      inThreeLanguages('What changed?', 'Beth newidiodd?', 'ما الذي تغيّر؟'),
      { when: { item: 'something-changed', options: ['yes'] } },
    ),
    item(
      'time-to-know',
      'scale',
      ['educator'],
      inThreeLanguages(
        'How often is there time to get to know the students you teach?',
        'Pa mor aml mae amser i ddod i adnabod y disgyblion rydych yn eu dysgu?',
        'كم مرة يتوفر وقت للتعرف على الطلاب الذين تدرّسهم؟',
      ),
      { options: howOften },
    ),
    item(
      'years-here',
      'number',
      ['educator', 'school leader'],
      inThreeLanguages(
        'For how many years have you worked at this school?',
        'Ers sawl blwyddyn rydych wedi gweithio yn yr ysgol hon?',
        'كم سنة عملت في هذه المدرسة؟',
      ),
      { least: 0, most: 60 },
    ),
    item(
      'told-back',
      'yes or no',
      ['educator', 'school leader'],
      inThreeLanguages(
        'Were students told what came of the last survey?',
        'A gafodd disgyblion wybod beth ddaeth o’r arolwg diwethaf?',
        'هل أُخبر الطلاب بنتائج الاستطلاع الأخير؟',
      ),
    ),
    item(
      'one-thing',
      'long text',
      [...students, 'educator', 'parent or carer', 'school leader'],
      inThreeLanguages(
        'What one thing would make this school better for everybody?',
        'Pa un peth fyddai’n gwneud yr ysgol hon yn well i bawb?',
        'ما الشيء الواحد الذي يجعل هذه المدرسة أفضل للجميع؟',
      ),
    ),
    item(
      'help-to-learn',
      'choice',
      students,
      inThreeLanguages(
        'Do you get extra help to learn, or for a disability or health problem?',
        'Wyt ti’n cael help ychwanegol i ddysgu, neu oherwydd anabledd neu broblem iechyd?',
        'هل تحصل على مساعدة إضافية للتعلم، أو بسبب إعاقة أو مشكلة صحية؟',
      ),
      {
        special: 'health',
        options: [
          option('yes', inThreeLanguages('Yes', 'Ydw', 'نعم')),
          option('no', inThreeLanguages('No', 'Nac ydw', 'لا')),
          dontKnow,
          preferNot,
        ],
      },
    ),
  ],
};
