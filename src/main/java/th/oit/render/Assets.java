package th.oit.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import th.oit.text.Fingerprint;

/**
 * The files of the look under the names that pages use: each carries a fingerprint of its bytes, so
 * that a browser may keep it for ever, and a change has a new name.
 *
 * <p>A style sheet names its fonts and pictures by their fingerprints too. Every file also stands
 * under its plain name, for the templates of a site that know no other. Immutable.
 */
final class Assets {
  private static final Set<String> FINGERPRINTED =
      Set.of("css", "js", "woff2", "woff", "svg", "png", "jpg", "webp", "ico", "json");
  private static final Pattern URL =
      Pattern.compile("(url\\(\\s*[\"']?)([^\"')?#\\s]+)(?=[?#\"'\\s)])");

  /** A comment, or a text or URL, in which the signs of a comment are no comment. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*.*?\\*/|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'|url\\([^)]*\\)",
          Pattern.DOTALL);

  private static final int LETTERS = 10;

  private final Map<String, Asset> assets = new TreeMap<>();

  /**
   * A file of the look.
   *
   * @param name path below {@code assets/}
   * @param fixedName the same with the fingerprint; null for a file that has none
   * @param integrity what a page says of the bytes, as Subresource Integrity writes it
   * @param plain what stands under the plain name
   * @param fixed what stands under the fingerprinted one
   */
  record Asset(String name, String fixedName, String integrity, byte[] plain, byte[] fixed) {}

  /**
   * Takes the fingerprints.
   *
   * @param files the bytes of every file of the look by its path below {@code assets/}
   */
  Assets(Map<String, byte[]> files) {
    List<String> sheets = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(".css")) {
        sheets.add(file.getKey());
      } else {
        add(file.getKey(), file.getValue(), file.getValue());
      }
    }
    // What they load must have its name before the sheets that name it.
    Collections.sort(sheets);
    for (String name : sheets) {
      byte[] plain = files.get(name);
      add(name, plain, namingFingerprints(name, withoutComments(plain)));
    }
  }

  private void add(String name, byte[] plain, byte[] bytes) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (dot < 0 || !FINGERPRINTED.contains(extension)) {
      assets.put(name, new Asset(name, null, null, plain, bytes));
      return;
    }
    String print = Fingerprint.of(bytes, LETTERS);
    String fixed = name.substring(0, dot) + "." + print + name.substring(dot);
    String integrity = "sha384-" + Base64.getEncoder().encodeToString(sha384(bytes));
    assets.put(name, new Asset(name, fixed, integrity, plain, bytes));
  }

  /**
   * A sheet without its comments, which are for those who change it. Its lines stay where they are,
   * so that what is wrong with it is found in the source.
   */
  private static String withoutComments(byte[] sheet) {
    String css = new String(sheet, StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(css.length());
    Matcher matcher = COMMENT.matcher(css);
    while (matcher.find()) {
      String found = matcher.group();
      String kept = found.startsWith("/*") ? found.replaceAll("[^\n]", "") : found;
      // A comment parts two words as a space does.
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(kept.isEmpty() && found.startsWith("/*") ? " " : kept));
    }
    return matcher.appendTail(out).toString();
  }

  /** The sheet with the fingerprinted names of the files of the look that it loads. */
  private byte[] namingFingerprints(String sheet, String css) {
    StringBuilder out = new StringBuilder(css.length() + 256);
    Matcher matcher = URL.matcher(css);
    while (matcher.find()) {
      String target = matcher.group(2);
      Asset named = assets.get(resolve(sheet, target));
      String written = target;
      if (named != null && named.fixedName() != null) {
        String fixed = named.fixedName();
        written =
            target.substring(0, target.lastIndexOf('/') + 1)
                + fixed.substring(fixed.lastIndexOf('/') + 1);
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(matcher.group(1) + written));
    }
    matcher.appendTail(out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The path below {@code assets/} that a sheet means; something that is no path of ours else. */
  private static String resolve(String sheet, String target) {
    List<String> path = new ArrayList<>(List.of(sheet.split("/")));
    path.remove(path.size() - 1);
    for (String step : target.split("/", -1)) {
      if (step.equals("..")) {
        if (path.isEmpty()) {
          return "";
        }
        path.remove(path.size() - 1);
      } else if (!step.equals(".")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  private static byte[] sha384(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-384").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** All files, in the order of their names. */
  Iterable<Asset> all() {
    return Collections.unmodifiableCollection(assets.values());
  }

  /** The paths on the site, without the leading slash, of the files that never change. */
  List<String> fixedOutputs() {
    return assets.values().stream()
        .filter(asset -> asset.fixedName() != null)
        .map(asset -> "assets/" + asset.fixedName())
        .toList();
  }

  /**
   * What templates see: by the name of a file, its address and what a page says of its bytes.
   *
   * @param folder the address of {@code assets/}
   */
  Map<String, Object> view(String folder) {
    Map<String, Object> view = new TreeMap<>();
    for (Asset asset : assets.values()) {
      view.put(
          asset.name(),
          asset.fixedName() == null
              ? Map.of("href", folder + asset.name())
              : Map.of("href", folder + asset.fixedName(), "integrity", asset.integrity()));
    }
    return view;
  }
}
