/** The numbers of items in words, from 1; "_" stands for a space, and "/" parts forms of one number. */
export const NUMBER_WORDS: readonly string[] = [
  // en
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty",
  // fr
  "un/premier deux/deuxième trois/troisième quatre/quatrième cinq/cinquième six/sixième sept/septième huit/huitième neuf/neuvième dix/dixième onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt_et_un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente",
  // es
  "uno/primero dos/segundo tres/tercero cuatro/cuarto cinco/quinto seis/sexto siete/séptimo ocho/octavo nueve/noveno diez/décimo once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta",
  // ru
  "первый/первому второй/второму третий/третьему четвертый/четвёртый/четвертому пятый/пятому шестой/шестому седьмой/седьмому восьмой/восьмому девятый/девятому десятый/десятому одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый",
  // ar
  "الأول/الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر الخامس_عشر السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرون/العشرين",
  // zh
  "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十",
];

/** The words that number the items of a list themselves, as "First:", from 1; each language in a row, forms as above. */
export const LIST_NUMBERS: readonly string[] = [
  // en
  "first/firstly second/secondly third/thirdly fourth/fourthly fifth sixth seventh eighth ninth tenth eleventh twelfth",
  // fr
  "premièrement/premier deuxièmement/deuxième troisièmement/troisième quatrièmement/quatrième cinquièmement/cinquième sixièmement/sixième septièmement/septième huitièmement/huitième neuvièmement/neuvième dixièmement/dixième onzièmement/onzième douzièmement/douzième",
  // es
  "primero segundo tercero cuarto quinto sexto séptimo/septimo octavo noveno décimo/decimo undécimo/undecimo/décimo_primero duodécimo/duodecimo/décimo_segundo",
  // ru
  "первый/первое второй/второе третий/третье четвертый/четвертое пятый/пятое шестой/шестое седьмой/седьмое восьмой/восьмое девятый/девятое десятый/десятое одиннадцатый/одиннадцатое двенадцатый/двенадцатое",
  // ar
  "أولا/اولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا حادي_عشر/حادي_عشرا ثاني_عشر/ثاني_عشرا ثالث_عشر رابع_عشر خامس_عشر",
  // zh
  "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十",
];
