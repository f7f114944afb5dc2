package th.oit.network;

import th.oit.text.Words;

/** Why an answer has its {@link Verdict}. */
public enum Reason {
  OPENS(Verdict.FINE, "เปิดได้", "it opens"),

  NO_HOST(Verdict.DEAD, "ไม่มีเว็บไซต์ชื่อนี้", "there is no host of this name"),
  NOT_FOUND(Verdict.DEAD, "เซิร์ฟเวอร์ตอบว่าไม่มีหน้านี้ (404)", "the host has no such page (404)"),
  GONE(Verdict.DEAD, "เซิร์ฟเวอร์ตอบว่าลบหน้านี้แล้ว (410)", "the host says it is gone (410)"),
  WRONG_NAME(
      Verdict.DEAD,
      "ใบรับรอง https ออกให้ชื่ออื่น เบราว์เซอร์จะไม่ยอมเปิด",
      "its certificate is made out to another name; browsers refuse it"),

  LOGIN_REDIRECT(Verdict.LOGIN, "ถูกพาไปหน้าเข้าสู่ระบบ", "it leads to a sign-in page"),
  LOGIN_PAGE(Verdict.LOGIN, "เปิดมาเป็นหน้าเข้าสู่ระบบ", "what opens is a sign-in page"),
  NO_ACCESS(
      Verdict.LOGIN,
      "ผู้ฝากไฟล์ยังไม่ได้เปิดให้ทุกคนดู",
      "its owner has not shared it with everybody"),
  WALLED_HOST(
      Verdict.LOGIN,
      "เว็บไซต์นี้มักให้เข้าสู่ระบบก่อนจึงจะเห็น",
      "this host shows such pages only to those with an account"),
  VIEWER(
      Verdict.LOGIN,
      "เปิดได้เฉพาะในโปรแกรมพลิกหน้าหนังสือของเว็บไซต์อื่น ดาวน์โหลดหรืออ่านออกเสียงไม่ได้",
      "it opens only in a flip-book viewer: nothing to download or to be read aloud"),

  NOT_ASKED(Verdict.UNVERIFIED, "ยังไม่ได้ถาม เพราะหยุดก่อน", "not asked: stopped before"),
  OUT_OF_TIME(
      Verdict.UNVERIFIED,
      "ยังไม่ได้ถาม เพราะหมดเวลาที่กำหนดให้",
      "not asked: the time was used up"),
  OUT_OF_REQUESTS(
      Verdict.UNVERIFIED,
      "ยังไม่ได้ถาม เพราะครบจำนวนครั้งที่กำหนดให้",
      "not asked: the number of requests was used up"),
  BAD_ADDRESS(
      Verdict.UNVERIFIED,
      "ที่อยู่นี้เขียนไม่ถูกแบบ เซิร์ฟเวอร์หลายแห่งจะไม่รับ",
      "the address is not written as it must be; many servers refuse it"),
  NAME_UNSURE(
      Verdict.UNVERIFIED,
      "ค้นหาชื่อเว็บไซต์ไม่ได้ในขณะนี้",
      "the name could not be looked up just now"),
  UNREACHABLE(Verdict.UNVERIFIED, "เชื่อมต่อเซิร์ฟเวอร์ไม่ได้", "the host could not be reached"),
  PROXY(
      Verdict.UNVERIFIED,
      "พร็อกซีของหน่วยงานไม่ให้ผ่านไป",
      "the office's proxy does not let it through"),
  TIMEOUT(Verdict.UNVERIFIED, "เซิร์ฟเวอร์ไม่ตอบภายในเวลา", "no answer in time"),
  TOO_SLOW(Verdict.UNVERIFIED, "เซิร์ฟเวอร์ส่งเนื้อหาช้าเกินไป", "the content came too slowly"),
  BROKEN_OFF(
      Verdict.UNVERIFIED, "การเชื่อมต่อขาดกลางคัน", "the connection broke off in the middle"),
  BAD_ANSWER(
      Verdict.UNVERIFIED, "เซิร์ฟเวอร์ตอบไม่ถูกแบบของ HTTP", "the answer was not proper HTTP"),
  EXPIRED(
      Verdict.UNVERIFIED,
      "ใบรับรอง https หมดอายุ เบราว์เซอร์จะเตือน",
      "its certificate has expired; browsers warn of it"),
  UNTRUSTED(
      Verdict.UNVERIFIED,
      "ใบรับรอง https ตรวจสอบไม่ได้ว่าใครออกให้ เบราว์เซอร์อาจเตือน",
      "nobody known has signed its certificate; browsers may warn of it"),
  TLS_FAILED(
      Verdict.UNVERIFIED, "เชื่อมต่อแบบ https ไม่สำเร็จ", "no secure connection could be made"),
  CREDENTIALS(
      Verdict.UNVERIFIED, "เซิร์ฟเวอร์ขอรหัสผ่าน (401)", "the host asks for a password (401)"),
  FORBIDDEN(
      Verdict.UNVERIFIED,
      "เซิร์ฟเวอร์ไม่ให้โปรแกรมเปิด แต่อาจให้คนเปิด",
      "refused to a program; a person may be let in"),
  TOO_MANY(
      Verdict.UNVERIFIED,
      "เซิร์ฟเวอร์ขอให้ถามช้าลง (429)",
      "the host asks for fewer questions (429)"),
  SERVER_ERROR(Verdict.UNVERIFIED, "เซิร์ฟเวอร์ขัดข้อง", "the host is in trouble"),
  OTHER_STATUS(
      Verdict.UNVERIFIED,
      "เซิร์ฟเวอร์ตอบด้วยรหัสที่ไม่บอกว่าเปิดได้",
      "an answer that decides nothing"),
  BAD_REDIRECT(
      Verdict.UNVERIFIED, "ถูกพาต่อไปที่ที่อยู่ซึ่งใช้ไม่ได้", "it leads on to what is no address"),
  REDIRECT_LOOP(Verdict.UNVERIFIED, "ถูกพาวนกลับมาที่เดิม", "it leads round in a circle"),
  TOO_MANY_REDIRECTS(Verdict.UNVERIFIED, "ถูกพาต่อหลายทอดเกินไป", "it leads on too many times"),
  HOME_PAGE(
      Verdict.UNVERIFIED,
      "ถูกพาไปหน้าแรกของเว็บไซต์นั้น หน้าที่ต้องการอาจไม่มีแล้ว",
      "it leads to that site's home page: what was meant may be gone"),
  SOFT_NOT_FOUND(
      Verdict.UNVERIFIED,
      "เซิร์ฟเวอร์ตอบว่ามี แต่หน้าที่ได้เหมือนหน้า “ไม่พบ”",
      "the host says it is there, but what comes looks like its not-found page"),
  WRONG_TYPE(
      Verdict.UNVERIFIED,
      "ชื่อบอกว่าเป็นเอกสาร แต่ได้หน้าเว็บมาแทน",
      "the name says a document, but a web page comes"),
  SCRIPTED(
      Verdict.UNVERIFIED,
      "เว็บไซต์ฝากไฟล์นี้ไม่บอกโปรแกรมว่าเปิดให้ทุกคนหรือไม่",
      "this file store does not tell a program whether it is shared with everybody"),
  EMPTY(Verdict.UNVERIFIED, "เปิดได้แต่ว่างเปล่า", "it opens, but nothing is in it");

  private final Verdict verdict;
  private final Words says;

  Reason(Verdict verdict, String th, String en) {
    this.verdict = verdict;
    this.says = new Words(th, en);
  }

  public Verdict verdict() {
    return verdict;
  }

  public Words says() {
    return says;
  }
}
