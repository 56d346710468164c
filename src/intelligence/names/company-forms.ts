/**
 * Legal forms of companies in the languages that cargo papers use, each with the class that it stands for. An own table of
 * common knowledge; which forms are worth listing was compared with the organisation types of the `rigour` library (MIT).
 * Written in folded ASCII, as {@link asciiText} gives it; words of one form are separated by one space.
 */

/**
 * What a legal form amounts to: limited liability, shares, partnership, state enterprise, cooperative or foundation, sole trader,
 * or no more than "company".
 */
export type CompanyForm = "limited" | "shares" | "partnership" | "state" | "association" | "sole" | "company";

const FORMS: Readonly<Record<CompanyForm, string>> = {
  limited: `
    llc, l l c, limited liability company, limited liability co, ltd, limited, ltd co, co ltd, co limited, company ltd, company limited, pvt ltd, pvt,
    private limited, private limited company, pte ltd, pte, pty ltd, pty, sdn bhd, bhd, gmbh, ges m b h, gesellschaft mit beschrankter haftung, ug, mbh,
    sarl, s a r l, srl, s r l, sprl, bvba, bv, b v, sl, s l, slu, s de r l, s de rl, s de r l de c v, s de rl de cv, sociedad limitada,
    sociedad de responsabilidad limitada, responsabilite limitee, societe a responsabilite limitee, societa a responsabilita limitata, ltda, limitada,
    lda, unipessoal, eirl, sas, s a s, kft, doo, d o o, ood, eood, ad ood, sp z o o, sp zoo, spolka z ograniczona odpowiedzialnoscia, sro, s r o,
    spol s r o, oy, aps, as kft, uab, sia, ooo, o o o, tov, too, mchj, mmc, obshchestvo s ogranichennoi otvetstvennostyu,
    obshchestvo s ogranichennoy otvetstvennostyu, obshchestvo s ogranichennoi otvetstvennostiu, obschestvo s ogranichennoy otvetstvennostyu,
    obshchestvo s ogranichennoj otvetstvennostyu, obschestvo s ogranichennoi otvetstvennostyu, obshhestvo s ogranichennoj otvetstvennostyu,
    tovaristvo z obmezhenoyu vidpovidalnistyu, tovarishchestvo s ogranichennoi otvetstvennostyu, tovarishchestvo s ogranichennoy otvetstvennostyu,
    limited sirketi, ltd sti, ltd sirketi, limited sti, limted sirketi, wll, w l l, fzc, fzco, fze, fz llc, fzllc, dmcc, mas uliyah mahdudah,
    tnhh, tnhh mtv, tnhh mot thanh vien, tnhh hai thanh vien tro len, cong ty tnhh, cong ty tnhh mtv, cty tnhh, cty tnhh mtv, cong ty trach nhiem huu han,
    trach nhiem huu han, cong ty tnhh mot thanh vien, cong ty trach nhiem huu han mot thanh vien, mtv, mot thanh vien, one member,
    one member limited liability company, single member, you xian gong si, you xian ze ren gong si, youxian gongsi, youxian zeren gongsi,
    yu hoe sa, yuhan hoesa, yu han hoe sa, yugen kaisha, you xian hui she, godo kaisha, goudou kaisha, kabushiki gaisha ltd`,
  shares: `
    plc, p l c, public limited company, jsc, j s c, joint stock company, joint stock co, joint stock, pjsc, p j s c, public joint stock company,
    public joint stock, ojsc, open joint stock company, cjsc, closed joint stock company, private joint stock company, private jsc, oao, o a o, zao, z a o,
    pao, p a o, ao, a o, aktsionernoe obshchestvo, aktsionernoye obshchestvo, aktsionernoe obschestvo, aktsionernoe obshhestvo,
    otkrytoe aktsionernoe obshchestvo, otkrytoye aktsionernoye obshchestvo, zakrytoe aktsionernoe obshchestvo, zakrytoye aktsionernoye obshchestvo,
    publichnoe aktsionernoe obshchestvo, publichnoye aktsionernoye obshchestvo, otkrytoe aktsionernoe obschestvo, zakrytoe aktsionernoe obschestvo,
    publichnoe aktsionernoe obschestvo, neprubichnoe aktsionernoe obshchestvo, pat, prat, vat, aat, zat, akcyanernae tavarystva, ag, aktiengesellschaft,
    sa, s a, saa, sociedad anonima, societe anonyme, societa per azioni, spa, s p a, sa de cv, s a de c v, s a de cv, sab de cv, sociedad anonima de capital variable,
    sapi de cv, s a p i de c v, de c v, de cv, nv, n v, ab, a s, a d, as, akciova spolecnost, anonim sirketi, anonim sti, anonim, nyrt, zrt, rt, ad, dd, asa,
    tbk, pt, p t, perseroan terbatas, pcl, public company limited, sal, s a l, saog, saoc, sao, ksc, kscc, qsc, psc, sae, inc, incorporated, inco, corp, corporation, kk, k k, kabushiki kaisha, kabushiki gaisha,
    zhu shi hui she, chusik hoesa, ju sig hoe sa, jusik hoesa, ju shi hui she, gu fen you xian gong si, gufen youxian gongsi, gu fen gong si, cong ty co phan, cty co phan, cong ty cp,
    cty cp, ctcp, co phan, ltd jsc, tap doan, sherkat sahami, sherkate sahami, sherkat sahami khass, sherkat sahami aam, shirkah musahamah`,
  partnership: `
    lp, l p, llp, l l p, limited partnership, limited liability partnership, kg, kommanditgesellschaft, gmbh co kg, gmbh and co kg, co kg, ohg, gbr, snc, s n c, scs, s c s, s en c, s en c s, sca, cv, c v, vof, hb,
    k s, cia, y cia, and cia, e cia, cia ltda, y cia ltda, cia s en c, y cia s en c, company and partners, hop danh, cong ty hop danh, he huo qi ye, kollektiv, kollektif`,
  state: `
    soe, state owned enterprise, state enterprise, state unitary enterprise, federal state unitary enterprise, federal state enterprise,
    federal state budgetary institution, republican unitary enterprise, unitary enterprise, fgup, fsue, gup, rup,
    unitarnoye predpriyatiye, respublikanskoye unitarnoye predpriyatiye, federalnoe gosudarstvennoe unitarnoe predpriyatie,
    gosudarstvennoe unitarnoe predpriyatie, gosudarstvennoe predpriyatie, epe, doanh nghiep nha nuoc`,
  association: `
    coop, cooperative, co operative, cooperativa, cooperativa de trabajo, kooperatif, koop, ev, e v, ngo, ong, foundation trust, asbl, rf, hop tac xa, htx, ltd gte`,
  sole: `
    sole proprietorship, sole trader, individual entrepreneur, empresario individual, eurl, e k, establishment,
    doanh nghiep tu nhan, dntn, ho kinh doanh, hkd, ge ti hu`,
  company: `
    company, co, cos, compania, compagnie, cie, companhia, companie, kompania, kompaniya, kompaniia, kompanija, kampaniya, sirketi, sirket, sti, sherkat, sherkate, shirkat, shirkah, sharikat, shrkh, shrka,
    cong ty, cty, gong si, gongsi, hoe sa, hoesa, hui she, kaisha, gaisha, azienda, unternehmen, firma, firm, private company, private, group, groupe, grupo, gruppa, gruppe, holding, holdings, holding company, group company, group of companies, proprietary, proprietary limited, pty limited, trading as, dba`,
};

const BY_WORDS: ReadonlyMap<string, CompanyForm> = new Map(
  Object.entries(FORMS).flatMap(([form, list]) => list.split(",").map((words) => [words.trim().replace(/\s+/g, " "), form as CompanyForm] as const)),
);

/** The most words of one form. */
const MAX_WORDS = Math.max(...[...BY_WORDS.keys()].map((words) => words.split(" ").length));

/** The first words of all forms: most words start none. */
const STARTS: ReadonlySet<string> = new Set([...BY_WORDS.keys()].map((words) => words.split(" ", 1)[0] as string));

/** A company form found among words: how many words it takes and what it stands for. */
export interface FoundForm {
  readonly words: number;
  readonly form: CompanyForm;
}

/** The longest company form that starts at a word, else `undefined`. */
export function companyFormAt(words: readonly string[], start: number): FoundForm | undefined {
  if (!STARTS.has(words[start] as string)) return undefined;
  for (let count = Math.min(MAX_WORDS, words.length - start); count > 0; count -= 1) {
    const form = BY_WORDS.get(count === 1 ? (words[start] as string) : words.slice(start, start + count).join(" "));
    if (form !== undefined) return { words: count, form };
  }
  return undefined;
}
