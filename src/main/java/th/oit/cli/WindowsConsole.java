package th.oit.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is peculiar to the console of Windows, as pure functions: Java hands over arguments in the
 * machine's ANSI code page, the console cannot be read as UTF-8, and not every one knows escapes.
 */
final class WindowsConsole {
  private WindowsConsole() {}

  /**
   * The arguments as they were typed. A Java on a Windows that is not Thai turns each Thai letter
   * of an argument into a question mark; the environment reaches it whole.
   *
   * @param args as Java has them
   * @param line the same as the launcher saw them, not yet taken apart; may be null
   */
  static String[] arguments(String[] args, String line) {
    boolean doubtful = false;
    for (String arg : args) {
      doubtful |= arg.indexOf('?') >= 0;
    }
    if (!doubtful || line == null) {
      return args;
    }
    List<String> typed = split(line);
    if (typed.size() != args.length) {
      return args;
    }
    for (int i = 0; i < args.length; i++) {
      if (!isGarbled(args[i], typed.get(i))) {
        return args;
      }
    }
    return typed.toArray(String[]::new);
  }

  /** Whether one is the other, but for letters that became question marks. */
  private static boolean isGarbled(String arg, String typed) {
    if (arg.length() != typed.length()) {
      return false;
    }
    for (int i = 0; i < arg.length(); i++) {
      if (arg.charAt(i) != typed.charAt(i) && (arg.charAt(i) != '?' || typed.charAt(i) < 128)) {
        return false;
      }
    }
    return true;
  }

  /** Takes a command line apart as the C library of Windows does. */
  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    boolean quoted = false;
    int i = 0;
    while (i < line.length()) {
      char letter = line.charAt(i);
      if (letter == '\\') {
        int end = i;
        while (end < line.length() && line.charAt(end) == '\\') {
          end++;
        }
        int count = end - i;
        boolean beforeQuote = end < line.length() && line.charAt(end) == '"';
        word.append("\\".repeat(beforeQuote ? count / 2 : count));
        inWord = true;
        i = end;
        if (beforeQuote && count % 2 == 1) {
          word.append('"');
          i++;
        }
        continue;
      }
      if (letter == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          word.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
        inWord = true;
      } else if (!quoted && (letter == ' ' || letter == '\t')) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(letter);
        inWord = true;
      }
      i++;
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  /**
   * The environment, told to be a dumb terminal where nothing says that the console understands
   * escape sequences: the old one of Windows prints them.
   */
  static Map<String, String> environment(Map<String, String> environment) {
    for (String sign : List.of("WT_SESSION", "ANSICON", "TERM", "TERM_PROGRAM")) {
      if (environment.containsKey(sign)) {
        return environment;
      }
    }
    if ("ON".equals(environment.get("ConEmuANSI"))) {
      return environment;
    }
    Map<String, String> dumb = new HashMap<>(environment);
    dumb.put("TERM", "dumb");
    return dumb;
  }

  /** What is typed in a code page of one byte a letter, as UTF-8. */
  static InputStream asUtf8(InputStream typed, Charset page) {
    return new InputStream() {
      private InputStream letter = InputStream.nullInputStream();

      @Override
      public int read() throws IOException {
        int next = letter.read();
        if (next >= 0) {
          return next;
        }
        int read = typed.read();
        if (read < 0) {
          return -1;
        }
        String text = new String(new byte[] {(byte) read}, page);
        letter = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return letter.read();
      }

      /** No more than a line at a time: who waits for more than was typed waits for ever. */
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
          int next = read();
          if (next < 0) {
            break;
          }
          bytes[from + count] = (byte) next;
          count++;
          if (next == '\n') {
            break;
          }
        }
        return count == 0 && length > 0 ? -1 : count;
      }
    };
  }
}
