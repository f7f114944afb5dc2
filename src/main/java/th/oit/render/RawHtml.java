package th.oit.render;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/**
 * HTML that stands in Markdown, made harmless: a few tags without attributes stay where they are
 * opened and closed, comments go, and everything else is shown as the text that it is. Nothing is
 * lost, nothing can act, and nothing reaches further than its own paragraph. Used once a page, by
 * one thread.
 */
final class RawHtml {
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern ALLOWED =
      Pattern.compile("(?i)<(?:(br|wbr)\\s*/?|(/?(?:sup|sub|u|small|mark|kbd)))\\s*>");

  private Node parent;
  private Set<Node> closed = Set.of();

  /** A tag or comment between words. */
  String inline(HtmlInline tag) {
    if (tag.getParent() != parent) {
      parent = tag.getParent();
      closed = closedIn(parent);
    }
    String text = COMMENT.matcher(tag.getLiteral()).replaceAll("");
    Matcher matcher = ALLOWED.matcher(text);
    StringBuilder out = new StringBuilder();
    if (matcher.matches() && (matcher.group(1) != null || closed.contains(tag))) {
      tag(matcher, out);
    } else {
      escape(text, 0, text.length(), out);
    }
    return out.toString();
  }

  /** The tags among the children of a node that open and close each other. */
  private static Set<Node> closedIn(Node parent) {
    Set<Node> closed = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof HtmlInline inline) {
        Matcher matcher = ALLOWED.matcher(inline.getLiteral());
        if (matcher.matches() && matcher.group(2) != null) {
          String name = matcher.group(2).toLowerCase(Locale.ROOT);
          if (!name.startsWith("/")) {
            open.push(child);
            names.push(name);
          } else if (name.substring(1).equals(names.peek())) {
            closed.add(open.pop());
            closed.add(child);
            names.pop();
          }
        }
      }
    }
    return closed;
  }

  /** Lines that begin with a tag. */
  static String block(String html) {
    String text = COMMENT.matcher(html).replaceAll("");
    Set<Integer> closed = closedIn(text);
    StringBuilder out = new StringBuilder(text.length());
    Matcher matcher = ALLOWED.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.group(1) != null || closed.contains(matcher.start())) {
        escape(text, from, matcher.start(), out);
        tag(matcher, out);
        from = matcher.end();
      }
    }
    escape(text, from, text.length(), out);
    return out.toString();
  }

  /** Where the tags of a text stand that open and close each other. */
  private static Set<Integer> closedIn(String text) {
    Set<Integer> closed = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    Matcher matcher = ALLOWED.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) != null) {
        String name = matcher.group(2).toLowerCase(Locale.ROOT);
        if (!name.startsWith("/")) {
          open.push(matcher.start());
          names.push(name);
        } else if (name.substring(1).equals(names.peek())) {
          closed.add(open.pop());
          closed.add(matcher.start());
          names.pop();
        }
      }
    }
    return closed;
  }

  private static void tag(Matcher matcher, StringBuilder out) {
    String tag = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    out.append('<').append(tag.toLowerCase(Locale.ROOT)).append('>');
  }

  private static void escape(String text, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        default -> out.append(c);
      }
    }
  }
}
