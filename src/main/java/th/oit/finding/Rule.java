package th.oit.finding;

import static th.oit.finding.Severity.ERROR;
import static th.oit.finding.Severity.UNVERIFIED;
import static th.oit.finding.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;
import th.oit.text.Words;

/** Every rule by which something can be wrong. A rule's name never changes its meaning. */
public enum Rule {
  LINK_NOT_FOUND("link/not-found", ERROR, "ไม่มีหน้าหรือไฟล์ที่ลิงก์ชี้ไป", "no such page or file"),
  LINK_NO_FRAGMENT(
      "link/no-fragment",
      ERROR,
      "มีหน้านั้น แต่ไม่มีตำแหน่งที่ระบุหลัง #",
      "the page stands, the #place does not"),
  LINK_CASE(
      "link/case",
      ERROR,
      "มีไฟล์ แต่ตัวพิมพ์เล็กใหญ่หรือรูปอักขระต่างกัน เปิดได้ใน Windows แต่เปิดไม่ได้บนเครื่องแม่ข่าย",
      "stands only in another letter case or Unicode form"),
  LINK_MALFORMED("link/malformed", ERROR, "ไม่ใช่ URL ที่ถูกต้อง", "not a URL"),
  LINK_OUTSIDE_SITE(
      "link/outside-site",
      ERROR,
      "ลิงก์ออกไปเหนือโฟลเดอร์ของเว็บไซต์",
      "leads above the site's root"),
  LINK_LOCAL_PATH(
      "link/local-path",
      ERROR,
      "ลิงก์ชี้ไปที่เครื่องของผู้จัดทำ",
      "file:, C:\\…, localhost, a private address"),
  LINK_EMPTY(
      "link/empty",
      ERROR,
      "ไม่ได้ระบุสิ่งที่จะให้เปิด",
      "nothing to load, or a link with no target"),
  LINK_MAILTO("link/mailto", ERROR, "ไม่ใช่ที่อยู่อีเมล", "not an e-mail address"),
  LINK_TEL("link/tel", ERROR, "ไม่ใช่หมายเลขโทรศัพท์", "not a telephone number"),
  LINK_DUPLICATE_ID(
      "link/duplicate-id",
      WARNING,
      "มี id ซ้ำกันในหน้าเดียว",
      "two places of one page share an id"),
  LINK_SLASH(
      "link/slash",
      WARNING,
      "ลิงก์ไปโฟลเดอร์โดยไม่มี / ปิดท้าย",
      "a folder linked without the slash at its end"),
  LINK_NAME(
      "link/name",
      WARNING,
      "ชื่อไฟล์ที่ใช้ใน Windows ไม่ได้ ซ้ำกันใน Windows หรือเป็นไฟล์ที่หลงติดมา",
      "a name that Windows cannot hold, or a file left there by accident"),

  EXTERNAL_DEAD(
      "external/dead", ERROR, "เว็บไซต์ภายนอกไม่มีหน้านั้นแล้ว", "the other host says it is gone"),
  EXTERNAL_REDIRECT(
      "external/redirect",
      WARNING,
      "เว็บไซต์ภายนอกย้ายหน้าไปที่อื่น",
      "the other host has moved it"),
  EXTERNAL_INSECURE("external/insecure", WARNING, "ลิงก์ไม่ได้ใช้ https", "not over https"),
  EXTERNAL_LOGIN(
      "external/login", ERROR, "ต้องเข้าสู่ระบบก่อนจึงจะเปิดได้", "opens only after a login"),
  EXTERNAL_UNVERIFIED(
      "external/unverified", UNVERIFIED, "ยังตรวจสอบไม่ได้", "could not be decided"),

  EVIDENCE_MISSING("evidence/missing", ERROR, "ไม่มีไฟล์หลักฐาน", "the evidence file is not there"),
  EVIDENCE_EMPTY("evidence/empty", ERROR, "ไฟล์หลักฐานว่างเปล่า", "the evidence file is empty"),
  EVIDENCE_TYPE(
      "evidence/type",
      ERROR,
      "เนื้อไฟล์ไม่ตรงกับนามสกุล",
      "the content is not what the extension says"),
  EVIDENCE_ENCRYPTED(
      "evidence/encrypted", ERROR, "ไฟล์ตั้งรหัสผ่านไว้", "the file asks for a password"),
  EVIDENCE_DAMAGED(
      "evidence/damaged", ERROR, "ไฟล์เสียหายหรือไม่ครบ", "the file is damaged or cut short"),
  EVIDENCE_SCAN_ONLY(
      "evidence/scan-only",
      WARNING,
      "เป็นภาพสแกน ค้นหาข้อความไม่ได้",
      "only scanned pictures, no text"),
  EVIDENCE_EXTERNAL_HOST(
      "evidence/external-host",
      ERROR,
      "หลักฐานอยู่บนเว็บไซต์อื่น",
      "the evidence is kept on another host"),
  EVIDENCE_SHARED(
      "evidence/shared",
      WARNING,
      "ไฟล์เดียวใช้เป็นหลักฐานหลายข้อ",
      "one file serves several items"),
  EVIDENCE_LARGE(
      "evidence/large", WARNING, "ไฟล์ใหญ่เกินไปสำหรับโทรศัพท์", "too large for a phone"),
  EVIDENCE_UNREADABLE_TEXT(
      "evidence/unreadable-text",
      WARNING,
      "คัดลอกหรือค้นหาข้อความในไฟล์แล้วได้ตัวอักษรเพี้ยน",
      "its text turns into other letters when it is copied or searched"),
  EVIDENCE_UNVERIFIED(
      "evidence/unverified", UNVERIFIED, "ยังตรวจไฟล์ไม่ได้", "the file could not be looked into"),

  OIT_MISSING("oit/missing", ERROR, "ยังไม่มีหน้าของข้อนี้", "the item has no page"),
  OIT_DRAFT("oit/draft", ERROR, "หน้าของข้อนี้ยังเป็นฉบับร่าง", "the item's page is a draft"),
  OIT_THIN("oit/thin", ERROR, "หน้านี้แทบไม่มีเนื้อหา", "the page has next to nothing on it"),
  OIT_ELEMENT("oit/element", ERROR, "ขาดองค์ประกอบที่ต้องแสดง", "a required element has no place"),
  OIT_COLUMNS("oit/columns", ERROR, "ตารางขาดคอลัมน์ที่ต้องมี", "a table lacks a required column"),
  OIT_YEAR("oit/year", ERROR, "ข้อมูลไม่ใช่ของปีที่ต้องแสดง", "not the year that is asked for"),
  OIT_VALUE(
      "oit/value",
      ERROR,
      "ค่าในตารางไม่ใช่ชนิดที่คอลัมน์ต้องการ",
      "a cell that is not what its column holds"),
  OIT_TOTAL(
      "oit/total",
      WARNING,
      "ผลรวมหรือร้อยละไม่ตรงกับตัวเลขในตาราง",
      "a total or percentage that its rows contradict"),
  OIT_EMPTY(
      "oit/empty",
      ERROR,
      "ตำแหน่งที่ชี้ไว้ไม่มีสิ่งที่ต้องแสดง",
      "nothing of the kind asked for at the place"),
  OIT_WAIVER(
      "oit/waiver",
      WARNING,
      "การยกเว้นสิ้นสุดแล้ว หรือไม่ตรงกับรายการ",
      "a waiver that has ended or names nothing"),
  OIT_STALE("oit/stale", WARNING, "ข้อมูลไม่ได้ปรับปรุงตามกำหนด", "not kept up to date"),
  OIT_OWNER("oit/owner", ERROR, "ไม่ได้ระบุหน่วยงานที่รับผิดชอบ", "no responsible department"),
  OIT_UNREACHABLE(
      "oit/unreachable",
      ERROR,
      "เปิดจากหน้าแรกไม่ถึงภายในสองคลิก",
      "not within two links of the home page"),
  OIT_UNKNOWN_ITEM(
      "oit/unknown-item", ERROR, "ไม่มีข้อนี้ในรายการของปี", "the year's list has no such item"),
  OIT_DUPLICATE(
      "oit/duplicate", ERROR, "มีหน้าของข้อเดียวกันมากกว่าหนึ่งหน้า", "two pages claim one item"),

  AUDIT_HOME_PAGE(
      "audit/home-page",
      ERROR,
      "URL ที่ตอบเปิดไปที่หน้าแรก ไม่ใช่หน้าที่มีข้อมูล",
      "an answer's URL opens the home page, not the page that holds the data"),
  AUDIT_SHARED_URL(
      "audit/shared-url", WARNING, "URL เดียวใช้ตอบหลายข้อ", "one URL answers several items"),
  AUDIT_OTHER_ITEM(
      "audit/other-item",
      WARNING,
      "URL ที่ตอบเปิดไปที่หน้าของข้ออื่น",
      "an answer's URL opens the page of another item"),
  AUDIT_SLOW("audit/slow", WARNING, "เปิดช้าเกินไป", "takes too long to open"),
  AUDIT_INCOMPLETE(
      "audit/incomplete",
      UNVERIFIED,
      "ตรวจได้ไม่ครบทั้งเว็บไซต์",
      "not all of the site was looked at"),
  ITA_TOTAL(
      "ita/total",
      ERROR,
      "คะแนนรวมไม่เท่ากับที่คำนวณจากคะแนนย่อย",
      "a total that does not follow from its parts"),
  ITA_RATING("ita/rating", ERROR, "ระดับไม่ตรงกับคะแนน", "a rating that does not fit the scores"),
  ITA_ROUNDING(
      "ita/rounding", WARNING, "ตัดทศนิยมแทนการปัดเศษ", "a mean that was cut off, not rounded"),
  ITA_TWO_VALUES(
      "ita/two-values", ERROR, "ตัวเลขเดียวกันเขียนไว้สองค่า", "one number stated with two values"),
  ITA_MEAN(
      "ita/mean", ERROR, "ค่าเฉลี่ยไม่ตรงกับคะแนนที่แสดง", "a mean that is not that of its scores"),
  ITA_QUESTION(
      "ita/question",
      ERROR,
      "คำถามเดียวกันมีสองคะแนน หรือขาดไปหนึ่งข้อ",
      "one question with two scores, or one left out"),
  ITA_INDICATOR_NAME(
      "ita/indicator-name",
      ERROR,
      "ชื่อตัวชี้วัดไม่ตรงกับเลขตัวชี้วัด",
      "an indicator under another's name"),
  ITA_INSTRUMENT(
      "ita/instrument",
      ERROR,
      "ชื่อแบบวัดไม่ตรงกับอักษรย่อ",
      "the name of an instrument beside another's letters"),
  ITA_ITEM_CODE(
      "ita/item-code",
      WARNING,
      "อ้างข้อ OIT ที่ไม่มีในรายการของปี",
      "an item code of another year's list"),
  ITA_CODE_SPELLING(
      "ita/code-spelling",
      WARNING,
      "เขียนรหัสข้อด้วยเลขศูนย์หรือเลขหนึ่ง",
      "a code written with a zero or a one for its letter"),
  ITA_YEAR("ita/year", WARNING, "ปีงบประมาณไม่ตรงกัน", "fiscal years that do not agree"),
  ITA_AGENCY(
      "ita/agency",
      WARNING,
      "ชื่อหน่วยงานว่าง เขียนต่างกัน หรือเป็นหน่วยงานอื่น",
      "the body's name blank, in variants, or another's"),
  ITA_NO_MEASURE(
      "ita/no-measure",
      ERROR,
      "ตัวชี้วัดที่ไม่ผ่านเกณฑ์ไม่มีการวิเคราะห์หรือมาตรการ",
      "a failing indicator without analysis or measure"),
  ITA_COLUMNS(
      "ita/columns",
      ERROR,
      "มาตรการขาดขั้นตอน ผู้รับผิดชอบ ระยะเวลา หรือการติดตาม",
      "measures without steps, department, period or follow-up"),
  ITA_EMPTY("ita/empty", WARNING, "มีช่องว่างในตารางมาตรการ", "empty cells among the measures"),
  ITA_SUPERLATIVE(
      "ita/superlative",
      ERROR,
      "บอกว่าสูงสุดหรือต่ำสุดทั้งที่ไม่ใช่",
      "called the highest or lowest, and is not"),
  ITA_LIST(
      "ita/list",
      WARNING,
      "จำนวนไม่ตรงกับรายการ เลขข้อขาด หรือกราฟไม่มีข้อมูล",
      "a count that is not that of its list, a gap, a chart without data"),
  ITA_FREQUENCY(
      "ita/frequency", WARNING, "งานเดียวกันกำหนดรอบไว้ไม่เท่ากัน", "one task at two frequencies"),
  ITA_NO_SCORE(
      "ita/no-score", WARNING, "ข้อค้นพบไม่มีคะแนนอ้างอิง", "findings without a score to rest on"),
  ITA_DIGITS(
      "ita/digits", WARNING, "เลขไทยปนเลขอารบิกในคำเดียว", "both kinds of digits in one word"),
  ITA_MARKUP("ita/markup", WARNING, "มีรหัส HTML ปนในข้อความ", "HTML left in the text"),
  ITA_TYPO("ita/typo", WARNING, "คำที่มักสะกดผิด", "a word that is often misspelt"),

  SOURCE_ENCODING(
      "source/encoding", ERROR, "อ่านตัวอักษรในไฟล์ไม่ได้", "the file's characters cannot be read"),
  SOURCE_YAML("source/yaml", ERROR, "อ่าน YAML ไม่ได้", "not YAML"),
  SOURCE_KEY(
      "source/key", ERROR, "ไม่รู้จักชื่อรายการนี้ หรือเขียนซ้ำ", "an unknown or repeated key"),
  SOURCE_VALUE("source/value", ERROR, "ค่าที่กรอกใช้ไม่ได้", "a value that cannot be used"),
  SOURCE_MISSING(
      "source/missing",
      ERROR,
      "ขาดรายการที่ต้องกรอกหรือไฟล์ที่ต้องมี",
      "something required is not there"),
  SOURCE_TABLE("source/table", ERROR, "อ่านตารางข้อมูลไม่ได้", "a data table that cannot be read"),
  SOURCE_NAME(
      "source/name",
      ERROR,
      "ชื่อไฟล์ใช้เป็นที่อยู่หน้าเว็บไม่ได้",
      "a file name that cannot become a URL"),
  SITE_URL_CONFLICT(
      "site/url-conflict", ERROR, "สองหน้าใช้ที่อยู่เดียวกัน", "two pages with one URL"),
  BASELINE_EXPIRED(
      "baseline/expired",
      WARNING,
      "ข้อบกพร่องเดิมพ้นกำหนดแก้ไขแล้ว",
      "an old fault whose time to be mended is over"),
  BASELINE_UNUSED(
      "baseline/unused",
      WARNING,
      "ข้อบกพร่องเดิมที่บันทึกไว้ไม่มีแล้ว",
      "an old fault that is not there any more"),
  RUN_LOCKED("run/locked", ERROR, "มีคำสั่งอื่นกำลังทำงานอยู่", "another run is under way"),
  TEMPLATE_SYNTAX("template/syntax", ERROR, "อ่านแม่แบบไม่ได้", "a template that does not parse"),
  TEMPLATE_FAILED(
      "template/failed", ERROR, "แม่แบบทำงานไม่สำเร็จ", "a template that fails on a page");

  private final String id;
  private final Severity severity;
  private final Words says;

  Rule(String id, Severity severity, String th, String en) {
    this.id = id;
    this.severity = severity;
    this.says = new Words(th, en);
  }

  /** The rule of a name. */
  public static Optional<Rule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }

  /** The name in reports and configuration, such as {@code link/not-found}. */
  public String id() {
    return id;
  }

  /** The severity unless a check says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What the rule finds, in a few words. */
  public Words says() {
    return says;
  }
}
