package th.oit.check.links;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import th.oit.finding.Finding;
import th.oit.finding.Origins;
import th.oit.finding.Rule;
import th.oit.finding.Source;

/**
 * Warns of names that cannot stand on the office's own machines, and of files that nobody meant to
 * publish.
 *
 * <p>What Windows cannot hold is Microsoft's list ("Naming Files, Paths, and Namespaces"). What
 * lies in a hidden folder is passed over: programs put it there, and know why.
 */
final class FileNames {
  private static final Set<String> DEVICES =
      Set.of(
          "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7",
          "COM8", "COM9", "COM¹", "COM²", "COM³", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6",
          "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³");

  private static final Set<String> LEFTOVERS =
      Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store");

  private FileNames() {}

  /** What is to be said about the names in a tree, in their order. */
  static Finding[] findings(Inventory inventory, Origins origins) {
    List<String> paths = new ArrayList<>(inventory.files());
    paths.addAll(inventory.directories());
    Collections.sort(paths);
    Map<String, String> taken = new HashMap<>(paths.size() * 2);
    List<Finding> findings = new ArrayList<>();
    for (String path : paths) {
      if (isHidden(path)) {
        continue;
      }
      int start = path.lastIndexOf('/') + 1;
      String name = path.substring(start);
      Finding finding = leftover(name);
      if (finding == null) {
        finding = ofName(name);
      }
      if (finding == null) {
        String twin = taken.putIfAbsent(path.substring(0, start) + onWindows(name), name);
        finding = twin == null ? null : collision(name, twin);
      }
      if (finding != null) {
        Source source = origins.of(path, Origins.page(), 0).orElse(Source.of(path));
        findings.add(finding.onPage(path).about(name).at(source));
      }
    }
    return findings.toArray(new Finding[0]);
  }

  private static boolean isHidden(String path) {
    int slash = path.lastIndexOf('/');
    int hidden = path.startsWith(".") ? 0 : path.indexOf("/.") + 1;
    return hidden < slash && (hidden > 0 || path.startsWith("."));
  }

  /** The name as Windows compares it, or as it comes out of an archive that was packed on a Mac. */
  private static String onWindows(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }

  private static Finding leftover(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean office = name.startsWith("~$") || lower.startsWith("~wrl") && lower.endsWith(".tmp");
    boolean libreOffice = lower.startsWith(".~lock.") && lower.endsWith("#");
    if (office || libreOffice) {
      return Finding.of(
              Rule.LINK_NAME,
              "“" + name + "” เป็นไฟล์ชั่วคราวของโปรแกรมสำนักงาน และอาจบอกชื่อผู้ที่เปิดเอกสารอยู่",
              "“"
                  + name
                  + "” is a temporary file of an office program, and may tell who had the"
                  + " document open")
          .hint("ปิดเอกสาร แล้วลบไฟล์นี้ก่อนเผยแพร่", "close the document and delete this file");
    }
    if (LEFTOVERS.contains(lower) || name.startsWith("._")) {
      return Finding.of(
              Rule.LINK_NAME,
              "“" + name + "” เป็นไฟล์ที่ Windows หรือ macOS สร้างไว้เอง ไม่ใช่เนื้อหาของเว็บไซต์",
              "“" + name + "” was put there by Windows or macOS, and is no content of the site")
          .hint("ลบไฟล์นี้ก่อนเผยแพร่", "delete it before publishing");
    }
    return null;
  }

  private static Finding ofName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || "<>:\"|?*\\".indexOf(c) >= 0) {
        String shown = c < ' ' ? String.format(Locale.ROOT, "U+%04X", (int) c) : "“" + c + "”";
        return Finding.of(
                Rule.LINK_NAME,
                "ชื่อ “" + name + "” มีอักขระ " + shown + " ซึ่ง Windows ไม่ยอมให้ใช้ในชื่อไฟล์",
                "the name “" + name + "” holds " + shown + ", which Windows does not allow")
            .hint(
                "ตั้งชื่อใหม่ด้วยตัวอักษร ตัวเลข และ - แล้วแก้ลิงก์ให้ตรง",
                "rename it, in letters, digits and -, and mend the links to it");
      }
    }
    if (name.endsWith(".") || name.endsWith(" ")) {
      return Finding.of(
              Rule.LINK_NAME,
              "ชื่อ “" + name + "” ลงท้ายด้วยจุดหรือช่องว่าง ซึ่ง Windows จะตัดทิ้ง",
              "the name “" + name + "” ends with a dot or a space, which Windows drops")
          .hint(
              "ตั้งชื่อใหม่โดยไม่มีจุดหรือช่องว่างท้ายชื่อ แล้วแก้ลิงก์ให้ตรง",
              "rename it without, and mend the links to it");
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).stripTrailing();
    if (stem.length() <= 4 && DEVICES.contains(stem.toUpperCase(Locale.ROOT))) {
      return Finding.of(
              Rule.LINK_NAME,
              "ชื่อ “" + name + "” เป็นชื่อที่ Windows สงวนไว้สำหรับอุปกรณ์",
              "the name “" + name + "” is kept by Windows for a device")
          .hint("ตั้งชื่อใหม่ แล้วแก้ลิงก์ให้ตรง", "rename it, and mend the links to it");
    }
    return null;
  }

  private static Finding collision(String name, String twin) {
    boolean letterCase = name.equalsIgnoreCase(twin);
    return Finding.of(
            Rule.LINK_NAME,
            letterCase
                ? "“"
                    + name
                    + "” กับ “"
                    + twin
                    + "” ต่างกันเพียงตัวพิมพ์เล็ก-ใหญ่ ใน Windows จะเหลือชื่อเดียว"
                : "“"
                    + name
                    + "” กับ “"
                    + twin
                    + "” ดูเหมือนกันแต่รหัสอักขระต่างกัน บางเครื่องจะเหลือชื่อเดียว",
            letterCase
                ? "“"
                    + name
                    + "” and “"
                    + twin
                    + "” differ in letter case alone; on Windows one"
                    + " overwrites the other"
                : "“"
                    + name
                    + "” and “"
                    + twin
                    + "” look alike and differ in their code points; on"
                    + " some machines one overwrites the other")
        .hint(
            "เปลี่ยนชื่อหนึ่งในสองให้ต่างกันชัดเจน แล้วแก้ลิงก์ให้ตรง",
            "rename one of the two, and mend the links to it");
  }
}
