package th.oit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import th.oit.finding.Finding;
import th.oit.finding.Rule;
import th.oit.finding.Source;
import th.oit.finding.UnusableInput;
import th.oit.text.UrlPath;
import th.oit.text.Words;

/**
 * The files below a folder that changed since a state that git knows, and which findings they can
 * have caused.
 *
 * @param since such as {@code HEAD} or {@code origin/main}
 * @param folder that of the site, or the tree when there is no site
 * @param files changed, new or gone; relative to the folder, with {@code /}
 */
record Changes(String since, Path folder, Set<String> files) {
  private static final String CONFIG = "site-config.yml";

  Changes {
    files = Set.copyOf(files);
  }

  /**
   * Asks git.
   *
   * @param git the program, usually {@code git}
   * @throws UnusableInput when there is no git, no repository or no such state
   */
  static Changes since(String since, Path folder, String git) {
    if (since.isBlank() || since.startsWith("-")) {
      throw refused(
          Words.of("\"" + since + "\" ไม่ใช่ชื่อรุ่นของ git", "'" + since + "' is no state of git"),
          Words.of(
              "เช่น --only-changed=HEAD หรือ --only-changed=origin/main",
              "such as --only-changed=HEAD or --only-changed=origin/main"));
    }
    if (ask(git, folder, "rev-parse", "--show-toplevel") == null) {
      throw refused(
          Words.of(
              folder + " ไม่ได้อยู่ใน git จึงไม่ทราบว่าไฟล์ใดเปลี่ยน",
              folder + " is not in a git repository, so nobody knows what changed"),
          Words.of(
              "ใช้ --baseline แทน ซึ่งไม่ต้องมี git หรือเริ่มใช้ git ด้วย git init",
              "use --baseline, which needs no git, or begin one with 'git init'"));
    }
    if (ask(git, folder, "rev-parse", "--verify", "--quiet", since + "^{commit}") == null) {
      throw refused(
          Words.of(
              "git ไม่รู้จัก \"" + since + "\" ในที่เก็บนี้",
              "git does not know '" + since + "' here"),
          Words.of(
              "ตรวจชื่อรุ่น ใน CI ต้องดึงประวัติมาให้ครบ เช่น fetch-depth: 0 และถ้าจะระบุ PATH ให้เขียนไว้ก่อน --only-changed",
              "check the name; in CI fetch the history, such as 'fetch-depth: 0'; and write PATH before --only-changed"));
    }
    Set<String> files = new HashSet<>();
    files.addAll(
        names(ask(git, folder, "diff", "--name-only", "--no-renames", "-z", "--relative", since)));
    files.addAll(names(ask(git, folder, "ls-files", "--others", "--exclude-standard", "-z")));
    return new Changes(since, folder, files);
  }

  private static UnusableInput refused(Words message, Words hint) {
    return new UnusableInput(
        Finding.of(Rule.SOURCE_VALUE, message).at(Source.of("--only-changed")).hint(hint));
  }

  /** What git answers; null when it fails. */
  static String ask(String git, Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of(git, "-C", folder.toString()));
    command.addAll(List.of(arguments));
    if (arguments[0].equals("diff")) {
      command.add("--");
    }
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? answer : null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (IOException e) {
      throw refused(
          Words.of("ไม่พบโปรแกรม git ในเครื่องนี้", "there is no git on this machine"),
          Words.of(
              "ติดตั้ง git ก่อน หรือใช้ --baseline แทน ซึ่งไม่ต้องมี git",
              "install git, or use --baseline, which needs none"));
    }
  }

  private static List<String> names(String answer) {
    if (answer == null) {
      throw refused(
          Words.of("git บอกไม่ได้ว่าไฟล์ใดเปลี่ยน", "git could not say what changed"),
          Words.of("ลองสั่ง git status ในโฟลเดอร์นี้", "try 'git status' in this folder"));
    }
    return List.of(answer.split("\0")).stream().filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Whether these changes can have caused all there is: what shapes every page was among them.
   *
   * @param catalog the site's own list; null when it has none
   */
  boolean touchEverything(String catalog) {
    return files.contains(CONFIG)
        || catalog != null && files.contains(catalog)
        || files.stream().anyMatch(file -> file.startsWith("templates/"));
  }

  /**
   * Whether a change can have caused a finding: the file that it names changed, or one beside it in
   * a page's own folder, or the file that its target names. A link breaks where nobody touched it
   * when what it leads to goes away.
   *
   * @param tree the folder that was judged, in which pages are named when their source is not known
   */
  boolean concern(Finding finding, Path tree) {
    String file = finding.source() != null ? finding.source().file() : finding.page();
    if (file == null || isChanged(file, tree)) {
      return true;
    }
    if (finding.target() == null) {
      return false;
    }
    String target = nameOf(targetPath(finding.target()));
    return !target.isEmpty() && files.stream().anyMatch(changed -> nameOf(changed).equals(target));
  }

  private boolean isChanged(String file, Path tree) {
    if (files.contains(file)) {
      return true;
    }
    Path inTree = tree.resolve(file).normalize();
    if (inTree.startsWith(folder)
        && files.contains(folder.relativize(inTree).toString().replace('\\', '/'))) {
      return true;
    }
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (!name.startsWith("index.")) {
      return false;
    }
    String own = parent(file);
    return files.stream().anyMatch(changed -> parent(changed).equals(own));
  }

  private static String parent(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  private static String targetPath(String target) {
    int end = target.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = target.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return UrlPath.decode(target.substring(0, end));
  }

  /** What a page or file is called in URLs: a page by its folder or its name without extension. */
  private static String nameOf(String path) {
    String plain = path.replaceFirst("(^|/)index\\.(?:md|html?)$", "").replaceFirst("/+$", "");
    return plain.substring(plain.lastIndexOf('/') + 1).replaceFirst("\\.(?:md|html?)$", "");
  }
}
