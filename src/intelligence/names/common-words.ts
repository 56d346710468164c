import { romanisedKey } from "./romanise.js";

/**
 * How common words of names are, from common knowledge: a word that many share says little about who it is. No corpus was counted.
 * Written in lower-case ASCII.
 */

/** Words that many organisations share: what they do, where, and what they are called. */
const ORGANISATION_WORDS = `
  group groupe grupo gruppa gruppe holding holdings international internacional internationale national natsionalnyi general global world worldwide universal
  trade trading traders commerce commercial comercial comercio comercializadora ticaret torgovyi torgovaya tijarah thuong mai xuat nhap khau
  import importation export exports imp exp impex industry industries industrial industria industrias industrie sanat sanaye sanayi service services servicios
  bank banque banco commerciale exchange money transfer finance financial financiera investment investments inversiones invest inversora insurance fund
  capital credit development enterprise enterprises empresa empresas manufacturing factory plant zavod kombinat works production producciones products productos
  shipping maritime marine lines line navigation transport transportation transportes transportadora logistics logistic freight forwarding cargo express airlines airways
  aviation aerospace aircraft air engineering construction constructora building technology technologies technical tech systems system solutions electronics electronic
  electric energy power oil gas petroleum petrochemical petrochemicals chemical chemicals chemistry steel metal metals mining minerals mineral
  machine machinery equipment tools medical pharmaceutical pharma farmacia agricultural agricola agropecuaria ganadera food foods foodstuff textile garment
  real estate inmobiliaria property hotel restaurant tourism travel media communications telecommunication telecom television radio channel network
  research institute scientific science center centre center nauchno issledovatelskii institut predpriyatie predpriyatiye design bureau laboratory university school college
  foundation charity association organization organisation committee council ministry department directorate agency office federation union society front army brigade
  battalion force forces movement party state republic islamic federal government central public people peoples corps security police military defense defence
  supply sales marketing consulting management administration operations joint venture partners brothers hermanos sons family new united first
  east west north south eastern western northern southern asia asian europe america african africa middle gulf pacific atlantic
  iran iranian korea korean chosun choson china chinese russia russian vietnam viet nam syria syrian syrie belarus belarusian moscow hong kong shanghai beijing
  shenzhen guangzhou dubai turkey iraq libya libyan india myanmar burma mexico colombia cuba san han noi sai gon minh chi ho thanh pho
  dau tu phat trien san xuat dich vu xay dung van tai tong co khi cong nghe kinh doanh mua ban che bien giao nhan van chuyen
  duoc pham thuc pham nong hai quoc te viet tap doan
  mao yi jin chu kou ke ji shi ye jituan ji tuan gongye
`;

/** Personal and family names that very many people bear, and words that stand beside names. */
const VERY_COMMON_NAMES = `
  mohammed mohammad muhammad mohamed mohamad muhamad mohammadi mehmet ahmad ahmed ali hassan hasan hussein hussain husayn hossein husain ibrahim abdullah abdallah abdul abdel
  abd abu abou umm bin ben ibn bint bou ould khan haji hajji hadji sheikh shaikh shaykh mullah maulavi mawlawi maulana sayyid sayed syed said saeed sayeed reza
  kim ri li ly lee pak park choe choi jong chong chung nguyen tran le pham hoang huynh vo vu ngo van thi wang zhang chen liu wei
  jose juan maria luis carlos jesus garcia lopez gonzalez gonzales martinez rodriguez hernandez perez sanchez ramirez
  aleksandr alexander aleksander aliaksandr oleksandr sergei sergey serhiy vladimir volodymyr viktor victor andrei andrey nikolai nikolay mikhail dmitry dmitri dmitriy ivan igor yuri yury oleg
  akhund din allah dr general jr sr mr mrs
`;

const COMMON_NAMES = `
  abbas abdulaziz aziz rahman rahim karim salim salam salem saleh salih sami samir omar umar osman uthman othman usman yusuf yousef youssef yasin mahmoud mahmud mustafa mostafa mehdi mahdi
  mousa musa moussa khalid khaled khalil hamid hamed hameed ghulam gul jan jamal javad kamal latif majid malik mansur masoud nasir nasser nasir omid qasim rashid saif sajjad
  sulayman suleiman sulaiman tariq wali walid yahya zahir ziad amir amin anwar ayman bakr bilal fadl faisal fuad hadi hamza hani harith hisham imad isa issa ismail jamil latif
  alexei aleksei alexey aleksey anatoly anatolii boris denis evgeny yevgeny evgeniy georgy gennady grigory konstantin leonid maxim maksim natalia nataliya natalya olga elena yelena oksana pavel petr roman
  ruslan stanislav svetlana tatiana tatyana vadim valentin valery vasily vitaly vyacheslav yevgeni vladislav irina anna ekaterina galina marina ivanov petrov
  antonio manuel miguel francisco pedro jorge alberto alejandro fernando rafael ricardo eduardo roberto mario oscar javier raul sergio daniel david jaime enrique gabriel
  victor julio cesar arturo guillermo gustavo alfredo felix torres flores gomez diaz cruz morales ortiz gutierrez ramos ruiz vargas castro moreno mendoza castillo mejia rojas valencia guzman salazar
  john james robert michael william joseph peter paul george charles thomas smith
  chol yong sung song hyon hyun kwang kwon nam il un su hak ho sik son man myong pyong sang thae tae chun jin jun min kyong kang jang cho jo yun han
  chang chen chin chou chu fang feng guo hai hong huang hua jian jiang jie jin jun lin ling ming mei peng ping qiang shan shi sun tao wen wu xiao xin xu yan yang ye ying yu yuan yun zhao zheng zhi zhong zhou zhu
  u maung aung kyaw zaw win tin thein myint htun htet hlaing thant khin moe soe than tun naing
  anh duc dung dung duy giang ha hai hanh hien hieu hoa hung huong huy khanh lan lien linh long mai minh nam nga ngoc nhung oanh phong phuc phuong quang quan quoc quynh son tam tan thang thanh thao thi thinh thu thuy tien toan trang trung tu tuan tung tuyet van viet vinh xuan yen
  bui cao chau dang dao dinh do doan duong ho la lam luong luu ly mac phan phung ta thai to tong trinh truong tu vuong
`;

/** Articles, particles and conjunctions. */
const PARTICLES = `al el as ar ad an ash at az ul ol il del de la las los le les du da do dos das di van von der den y e i and et und va the of for in on a an o bin ibn bint u
  dlya pri li lil wa`;

/** How common a word is: particles hardly count, words that many share count less. */
export type WordClass = "particle" | "veryCommon" | "common" | "organisation" | "plain";

const BY_TEXT = new Map<string, WordClass>();
const BY_KEY = new Map<string, WordClass>();
/** Very common names as scripts without vowels write them. */
const BY_SKELETON = new Map<string, WordClass>();

for (const [list, wordClass] of [
  [ORGANISATION_WORDS, "organisation"],
  [COMMON_NAMES, "common"],
  [VERY_COMMON_NAMES, "veryCommon"],
  [PARTICLES, "particle"],
] as const) {
  for (const word of list.trim().split(/\s+/)) {
    BY_TEXT.set(word, wordClass);
    const key = romanisedKey(word);
    if (wordClass === "particle" || key.length < 4) continue;
    BY_KEY.set(key, wordClass);
    if (wordClass === "veryCommon") BY_SKELETON.set(withoutVowels(key), wordClass);
  }
}

/** The class of a word by its text, or by its {@link romanisedKey}. */
export function commonness(word: string, key: string, isVowelless: boolean): WordClass {
  const known = BY_TEXT.get(word) ?? BY_KEY.get(key) ?? (isVowelless ? BY_SKELETON.get(withoutVowels(key)) : undefined);
  return known ?? (isPatronymic(word) ? "common" : "plain");
}

function withoutVowels(key: string): string {
  return key.replace(/[aeiouv]/g, "");
}

const PATRONYMIC = /(?:[aeiouy]v[iy]t?c?h|v[iy]c|[aeo]vna|ovych|yvna|[aeo]una|ichna|ogly|oglu)$/;

/** Whether a word is formed like a father's name in East Slavic and Turkic languages. */
function isPatronymic(word: string): boolean {
  return word.length > 5 && PATRONYMIC.test(word);
}
