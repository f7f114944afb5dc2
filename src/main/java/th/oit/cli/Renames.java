package th.oit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import th.oit.content.ContentReader;
import th.oit.finding.UnusableInput;

/** Where the files of a site went, as far as git knows. */
final class Renames {
  private static final String GIT = "git";
  private static final String CONTENT = ContentReader.FOLDER + "/";

  private Renames() {}

  /**
   * From the old path of each file that was moved or renamed to a newer one, both below {@code
   * content/}; nothing where there is no git or no repository.
   */
  static Map<String, String> of(Path folder) {
    Map<String, String> renames = new LinkedHashMap<>();
    try {
      add(
          renames,
          Changes.ask(
              GIT,
              folder,
              "diff",
              "-M",
              "--diff-filter=R",
              "--name-status",
              "-z",
              "--relative",
              "HEAD"));
      sameContent(renames, folder);
      add(
          renames,
          Changes.ask(
              GIT,
              folder,
              "log",
              "-M",
              "--diff-filter=R",
              "--name-status",
              "--format=",
              "-z",
              "--relative"));
      return renames;
    } catch (UnusableInput | IOException e) {
      return Map.of(); // what git would say is a help, not a need
    }
  }

  /** Reads {@code R100 NUL old NUL new NUL …}, the newest first. */
  private static void add(Map<String, String> renames, String answer) {
    String[] parts = answer == null ? new String[0] : answer.split("\0");
    for (int i = 0; i + 2 < parts.length; i++) {
      if (parts[i].strip().matches("R\\d+")) {
        put(renames, parts[i + 1], parts[i + 2]);
        i += 2;
      }
    }
  }

  private static void put(Map<String, String> renames, String old, String now) {
    if (old.startsWith(CONTENT) && now.startsWith(CONTENT)) {
      renames.putIfAbsent(old.substring(CONTENT.length()), now.substring(CONTENT.length()));
    }
  }

  /** Files that were moved without telling git: what is gone lies elsewhere, byte for byte. */
  private static void sameContent(Map<String, String> renames, Path folder) throws IOException {
    String tree = Changes.ask(GIT, folder, "ls-tree", "-r", "-z", "HEAD", "--", CONTENT);
    if (tree == null) {
      return;
    }
    Map<String, String> gone = new HashMap<>();
    Map<String, String> known = new HashMap<>();
    for (String entry : tree.split("\0")) {
      int tab = entry.indexOf('\t');
      if (tab > 0) {
        String path = entry.substring(tab + 1);
        String[] said = entry.substring(0, tab).split(" ");
        known.put(path, said[2]);
        if (!Files.exists(folder.resolve(path))) {
          gone.put(path, said[2]);
        }
      }
    }
    if (gone.isEmpty()) {
      return;
    }
    Map<String, Set<String>> fresh = new HashMap<>();
    ContentReader.Listing listing = ContentReader.list(folder);
    for (String page : listing.pages()) {
      note(fresh, folder, CONTENT + page, known);
    }
    for (String file : listing.files().keySet()) {
      note(fresh, folder, CONTENT + file, known);
    }
    gone.forEach(
        (path, hash) -> {
          Set<String> same = fresh.getOrDefault(hash, Set.of());
          if (same.size() == 1) {
            put(renames, path, same.iterator().next());
          }
        });
  }

  private static void note(
      Map<String, Set<String>> fresh, Path folder, String path, Map<String, String> known)
      throws IOException {
    if (!known.containsKey(path)) {
      fresh
          .computeIfAbsent(hash(Files.readAllBytes(folder.resolve(path))), key -> new HashSet<>())
          .add(path);
    }
  }

  /** The name by which git keeps the bytes of a file. */
  private static String hash(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
