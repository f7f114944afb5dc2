package th.oit.schema;

import static th.oit.schema.Mapping.Key.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import th.oit.config.SiteConfig;
import th.oit.finding.Rule;
import th.oit.finding.RuleSettings;
import th.oit.finding.Tolerance;
import th.oit.schema.Scalar.Choice;
import th.oit.text.Language;

/** {@code site-config.yml}. */
final class SiteConfigShape {
  private static final String HOST = "[^/:?#\\s]+(?::\\d{1,5})?";
  private static final String SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://";
  private static final Shape TIME = Shape.time("20s", "10m");

  private SiteConfigShape() {}

  static Schema schema() {
    return Schema.of(
        "site-config",
        "ค่าของเว็บไซต์",
        "settings of a site",
        List.of("site-config.yml"),
        Shape.mapping(
            of(
                    "site",
                    site(),
                    "ที่อยู่ ภาษา และหน้าตาของเว็บไซต์",
                    "address, language and looks of the site")
                .required(),
            of(
                    "organization",
                    organization(),
                    "หน่วยงาน: ชื่อ ตรา ที่อยู่ และช่องทางติดต่อ",
                    "the body: names, seal, address, channels")
                .required(),
            of("departments", Shape.list(department()), "ส่วนราชการภายใน", "departments"),
            of(
                "assessment",
                assessment(),
                "การประเมิน ITA ไม่มีหัวข้อนี้ เว็บไซต์จะไม่มีหน้าของข้อและไม่มีประตู",
                "the ITA assessment; without it the site has no items and no gate"),
            of(
                "menu",
                Shape.list(menuGroup()),
                "เมนูหลักสองชั้น ไม่ควรเกิน 7 กลุ่ม",
                "the main menu in two levels"),
            of("search", search(), "การค้นหาในเว็บไซต์", "the search of the site"),
            of("news", news(), "ข่าว", "news"),
            of(
                "policies",
                policies(),
                "หน้านโยบายที่โปรแกรมเขียนให้ (ความเป็นส่วนตัว คุกกี้ เว็บไซต์ ความปลอดภัย การเข้าถึง)",
                "policy pages that the tool writes"),
            of(
                "data",
                data(),
                "ข้อมูลเปิดของเว็บไซต์ (/data.json)",
                "open data of the site (/data.json)"),
            of(
                "hosting",
                Shape.oneOrMore(Shape.choice(Choice.of(SiteConfig.Server.class))),
                "เครื่องแม่ข่ายที่ให้เขียนไฟล์ตั้งค่า ปกติ [apache, iis, netlify]",
                "servers for which settings are written (usually [apache, iis, netlify])"),
            of("checks", checks(), "การตรวจ", "checks")));
  }

  /** A name in one language, or in both. */
  static Shape name() {
    return Shape.textOr(
        Mapping.of(
            of("th", Shape.text(), "ภาษาไทย", "in Thai").required(),
            of("en", Shape.text(), "ภาษาอังกฤษ", "in English")));
  }

  private static Shape site() {
    return Shape.mapping(
        of(
                "base_url",
                Shape.form(SCHEME + HOST + "(?:/[^?#\\s]*)?", "https://www.example.go.th"),
                "ที่อยู่จริงของเว็บไซต์ ขึ้นต้นด้วย https://",
                "the real address of the site")
            .required(),
        of(
            "aliases",
            Shape.oneOrMore(
                Shape.form("(?:" + SCHEME + ")?" + HOST + "/?", "https://example.go.th")),
            "ชื่ออื่นของเว็บไซต์เดียวกัน ลิงก์ไปชื่อเหล่านี้นับเป็นลิงก์ภายใน",
            "other hosts of the same site; links to them count as links into it"),
        of(
                "language",
                Shape.choice(Choice.of(Language.class)),
                "ภาษาของเว็บไซต์และข้อความของคำสั่ง",
                "language of the site and of the messages")
            .usually("th"),
        of(
                "digits",
                Shape.choice(
                    Choice.of("arabic", "เลขอารบิก (123)", "Arabic digits"),
                    Choice.of(
                        "thai",
                        "เลขไทย (๑๒๓) ตารางข้อมูลใช้เลขอารบิกเสมอ",
                        "Thai digits; data tables stay Arabic")),
                "ตัวเลขในหน้าเว็บ",
                "the digits in which pages show numbers")
            .usually("arabic"),
        of(
            "color",
            Shape.form("#[0-9a-fA-F]{6}", "#0f4a52"),
            "สีประจำหน่วยงาน ใส่เครื่องหมายคำพูด เพราะ # คือหมายเหตุ",
            "colour of the body, in quotation marks"));
  }

  private static Shape organization() {
    return Shape.mapping(
        of("name", name(), "ชื่อหน่วยงาน", "name of the body").required(),
        of("short", name(), "ชื่อย่อ ไม่มีใช้ชื่อเต็ม", "short name; the full one without it"),
        of("motto", name(), "คำขวัญ", "motto"),
        of(
            "seal",
            Shape.place("images/seal.svg"),
            "ไฟล์ตราของหน่วยงานใต้ content/",
            "file of the seal below content/"),
        of("address", name(), "ที่อยู่", "address"),
        of("hours", name(), "เวลาทำการ", "opening hours"),
        of(
            "channels",
            Shape.list(channel()),
            "ช่องทางติดต่อ แสดงตามลำดับนี้ ควรมีมากกว่าหนึ่ง",
            "ways to reach the body, shown in this order"));
  }

  private static Shape channel() {
    return Shape.mapping(
        of(
                "kind",
                Shape.choice(
                    Choice.of("phone", "โทรศัพท์", "telephone"),
                    Choice.of("fax", "โทรสาร", "fax"),
                    Choice.of("email", "อีเมล", "e-mail"),
                    Choice.of("line", "ไลน์", "LINE"),
                    Choice.of("facebook", "เฟซบุ๊ก", "Facebook"),
                    Choice.of("youtube", "ยูทูบ", "YouTube"),
                    Choice.of("web", "เว็บไซต์", "web"),
                    Choice.of("post", "ไปรษณีย์", "post")),
                "ชนิดของช่องทาง",
                "kind of channel")
            .required(),
        of(
                "value",
                Shape.text("0 0000 0000"),
                "หมายเลข ที่อยู่ หรือลิงก์",
                "number, address or link")
            .required(),
        of("label", name(), "ชื่อที่แสดง", "what it is called on the page"));
  }

  private static Shape department() {
    return Shape.mapping(
        of(
                "id",
                Shape.text("office", "finance"),
                "รหัสที่หน้าต่าง ๆ อ้างในช่อง department ตั้งแล้วอย่าเปลี่ยน",
                "id by which pages name it; do not change it later")
            .required(),
        of("name", name(), "ชื่อส่วนราชการ", "name").required(),
        of("phone", Shape.text(), "โทรศัพท์", "telephone"),
        of("head", Shape.text(), "หัวหน้า (ตำแหน่ง)", "who heads it, by position"));
  }

  private static Shape assessment() {
    return Shape.mapping(
        of(
                "year",
                Shape.year(),
                "ปีงบประมาณที่ประเมิน (พ.ศ.)",
                "assessed fiscal year, Buddhist era")
            .required(),
        of(
            "years",
            Shape.oneOrMore(Shape.year()),
            "ทุกปีที่แสดงบนเว็บไซต์ เพิ่มปีด้วยคำสั่ง oit new year",
            "all years that the site shows"),
        of(
            "window",
            Shape.mapping(
                of("opens", Shape.day(), "วันเปิดระบบ ITAS", "ITAS opens"),
                of("closes", Shape.day(), "วันปิดระบบ ITAS", "ITAS closes")),
            "ช่วงที่ตอบในระบบ ITAS",
            "when ITAS is open"),
        of(
                "publish_days_before",
                Shape.whole(null),
                "เผยแพร่ให้ครบก่อนวันปิดระบบกี่วัน",
                "days before closing by which all must stand")
            .usually("15"),
        of(
            "catalog",
            Shape.text("catalog/oit-2570.yml"),
            "ไฟล์รายการของตนเอง แทนรายการที่มากับโปรแกรม",
            "a list of your own in place of the one that comes with the tool"),
        of(
            "waivers",
            Shape.list(
                Shape.mapping(
                    of("item", Shape.item(), "รหัสข้อ", "item").required(),
                    of("element", Shape.text(), "รหัสองค์ประกอบ", "id of the element").required(),
                    of(
                            "reason",
                            Shape.text(),
                            "เหตุผล ทุกรายงานจะแสดงไว้",
                            "the reason; every report shows it")
                        .required(),
                    of("until", Shape.day(), "ผ่อนผันถึงวันใด", "last day").required())),
            "องค์ประกอบที่ขอยกเว้นชั่วคราว",
            "elements that are not asked for a time"),
        of(
            "corrections",
            Shape.list(
                Shape.mapping(
                    of("item", Shape.item(), "รหัสข้อ", "item").required(),
                    of("element", Shape.text(), "รหัสองค์ประกอบ", "id of the element").required(),
                    of(
                            "required",
                            Shape.flag(),
                            "คู่มือบังคับหรือไม่",
                            "whether the manual requires it")
                        .required(),
                    of(
                            "reason",
                            Shape.text(),
                            "หน้าใดของคู่มือบอกไว้",
                            "what the manual says, and where")
                        .required())),
            "องค์ประกอบที่คู่มือต่างจากรายการ",
            "elements where the manual differs from the list"));
  }

  private static Shape menuGroup() {
    return Shape.mapping(
        of("title", name(), "ชื่อเมนู", "title").required(),
        of(
            "to",
            Shape.place("pages/contact.md", "/oit/2567/"),
            "ไฟล์ใต้ content/ ที่อยู่ในเว็บไซต์ (ขึ้นต้นด้วย /) หรือ https://…",
            "file below content/, path of the site, or URL"),
        of(
            "items",
            Shape.list(
                Shape.mapping(
                    of("title", name(), "ชื่อเมนู", "title").required(),
                    of(
                        "to",
                        Shape.place(),
                        "ไฟล์ใต้ content/ ที่อยู่ในเว็บไซต์ หรือ https://…",
                        "file below content/, path of the site, or URL"))),
            "รายการในกลุ่มนี้",
            "what is in the group"));
  }

  private static Shape search() {
    return Shape.mapping(
        of(
            "synonyms",
            Shape.list(Shape.list(Shape.text())),
            "กลุ่มคำที่ใช้แทนกัน กลุ่มละสองคำขึ้นไป เช่น [หวอ, รถพยาบาล]",
            "groups of words that stand for each other"));
  }

  private static Shape news() {
    return Shape.mapping(
        of(
            "topics",
            Shape.list(
                Shape.mapping(
                    of(
                            "id",
                            Shape.form("[a-z0-9]+(?:-[a-z0-9]+)*", "public-health"),
                            "ส่วนหนึ่งของที่อยู่ เช่น /news/topic/disaster/",
                            "part of the address")
                        .required(),
                    of("name", name(), "ชื่อหัวข้อ", "name").required())),
            "หัวข้อข่าวตามลำดับที่แสดง",
            "topics in the order in which they are shown"));
  }

  private static Shape policies() {
    return Shape.mapping(
        of("version", Shape.text("1"), "ฉบับที่", "version").required(),
        of("date", Shape.day(), "วันที่เริ่มใช้", "in force from").required(),
        of(
            "department",
            Shape.text(),
            "รหัสส่วนราชการที่รับผิดชอบ",
            "id of the department in charge"));
  }

  private static Shape data() {
    return Shape.mapping(
        of(
            "license",
            Shape.form(
                "https?://[^\\s/]+\\.[^\\s]+", "https://creativecommons.org/licenses/by/4.0/"),
            "ที่อยู่ของสัญญาอนุญาต",
            "address of the license"),
        of(
            "contact",
            Shape.form("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+", "saraban@example.go.th"),
            "อีเมลสำหรับถามเรื่องข้อมูล",
            "e-mail for questions about the data"));
  }

  private static Shape checks() {
    return Shape.mapping(
        of(
            "ignore",
            Shape.oneOrMore(Shape.text("^https://intranet\\.")),
            "ลิงก์ที่ไม่ต้องตรวจ เป็นนิพจน์ปรกติ ใส่เท่าที่จำเป็น",
            "links to pass over, as regular expressions"),
        of(
                "thin",
                Shape.whole(null),
                "หน้าของข้อต้องมีข้อความอย่างน้อยกี่ตัวอักษร",
                "how many letters the page of an item must have")
            .usually("80"),
        of(
            "links",
            links(),
            "ลิงก์ที่แต่ละหน่วยงานเห็นต่างกันได้",
            "links on which offices may differ"),
        of(
            "rules",
            rules(),
            "เปลี่ยนระดับของกฎ ใช้ oit explain ดูว่าเสี่ยงอะไร",
            "changes the weight of rules; see oit explain"),
        of(
            "external",
            external(),
            "การถามเว็บไซต์อื่นเมื่อสั่งด้วย --external",
            "asking other hosts, with --external"));
  }

  private static Shape links() {
    Shape level = Shape.choice(Choice.of(Tolerance.class));
    return Shape.mapping(
        of("hash", level, "ลิงก์ที่มีแต่ #", "links to # alone").usually("warn"),
        of("empty", level, "ลิงก์ที่ไม่มีปลายทาง", "links without a target").usually("warn"),
        of(
                "slashless",
                level,
                "ลิงก์ไปโฟลเดอร์โดยไม่มี / ปิดท้าย",
                "links to a folder without its slash")
            .usually("allow"),
        of("insecure", level, "ลิงก์ http: ที่ไม่เข้ารหัส", "links over plain http")
            .usually("allow"),
        of(
                "extensionless",
                Shape.flag(),
                "true เมื่อเครื่องแม่ข่ายเปิด about.html ให้ลิงก์ /about",
                "the host answers for /about with about.html")
            .usually("false"));
  }

  private static Shape rules() {
    List<Mapping.Key> keys = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      List<Choice> allowed =
          Arrays.stream(RuleSettings.Setting.values())
              .filter(setting -> RuleSettings.allows(rule, setting))
              .map(setting -> new Choice(setting.id(), null))
              .toList();
      if (!allowed.isEmpty()) {
        keys.add(new Mapping.Key(rule.id(), Shape.choice(allowed), rule.says(), false, null));
      }
    }
    return Shape.mapping(new Mapping(null, keys, null, List.of()));
  }

  private static Shape external() {
    return Shape.mapping(
        of("timeout", TIME, "รอคำตอบหนึ่งครั้งนานที่สุด", "longest wait for one answer")
            .usually("20s"),
        of(
                "pause",
                TIME,
                "เว้นระหว่างการถามเว็บไซต์เดียวกันสองครั้ง",
                "time between two requests to one host")
            .usually("250ms"),
        of("budget", TIME, "ใช้เวลาทั้งหมดไม่เกินเท่าใด ปกติไม่จำกัด", "longest time in all"),
        of(
                "per_host",
                Shape.whole(1),
                "ถามเว็บไซต์เดียวกันพร้อมกันได้กี่ครั้ง",
                "requests to one host at once")
            .usually("2"),
        of(
                "retries",
                Shape.whole(0),
                "ถามซ้ำกี่ครั้งเมื่อขัดข้องชั่วคราว",
                "how often to ask again")
            .usually("2"),
        of(
            "requests",
            Shape.whole(1),
            "ถามทั้งหมดไม่เกินกี่ครั้ง ปกติไม่จำกัด",
            "most requests in all"),
        of(
            "user_agent",
            Shape.text(),
            "ชื่อที่ใช้บอกเว็บไซต์อื่นว่าใครถาม",
            "the name by which the tool asks"),
        of(
            "proxy",
            Shape.text("http://proxy.example.go.th:3128"),
            "พร็อกซีของสำนักงาน",
            "proxy of the office"),
        of(
            "no_proxy",
            Shape.oneOrMore(Shape.text(".example.go.th")),
            "เว็บไซต์ที่ไม่ผ่านพร็อกซี",
            "hosts that are asked without it"),
        of(
            "ca",
            Shape.text("office-ca.pem"),
            "ไฟล์ใบรับรองเพิ่มเติม (PEM) เทียบจากโฟลเดอร์ของเว็บไซต์",
            "further certificate authorities (PEM)"),
        of(
            "login_hosts",
            Shape.oneOrMore(Shape.text()),
            "เว็บไซต์ที่ต้องเข้าสู่ระบบก่อนเสมอ",
            "hosts that always ask for a login"),
        of(
                "https",
                Shape.flag(),
                "ถามด้วยว่าลิงก์ http: เปิดด้วย https: ได้หรือไม่",
                "ask whether http links open over https")
            .usually("true"));
  }
}
