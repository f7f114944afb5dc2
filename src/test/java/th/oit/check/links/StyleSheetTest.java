package th.oit.check.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleSheetTest {

  @Test
  void findsUrlsWithAndWithoutQuotes() {
    assertEquals(List.of("a.png"), urls("body{background:url(a.png)}"));
    assertEquals(List.of("a b.png"), urls("body{background:URL( 'a b.png' )}"));
    assertEquals(
        List.of("f.woff2", "f.woff"),
        urls("@font-face{src:url(\"f.woff2\")format('woff2'),url(f.woff)}"));
  }

  @Test
  void findsImports() {
    assertEquals(List.of("a.css"), urls("@import 'a.css' screen;"));
    assertEquals(List.of("b.css"), urls("@import/**/url(b.css);"));
  }

  @Test
  void findsThePicturesOfASetAlsoAsMereStrings() {
    assertEquals(
        List.of("a.avif", "b.png", "c.png", "d.png"),
        urls(
            "p{background:image-set('a.avif' type('image/avif'), url(b.png) 2x, url('c.png') 3x)"
                + " , url(d.png); content: 'none.png'}"));
    assertEquals(List.of("a.png"), urls("p{x:-webkit-image-set(\"a.png\" 1x"));
    assertEquals(List.of(), urls("p{x:" + "image-set(".repeat(100_000)));
    assertEquals(List.of(), urls("p{x:my-image-set('a.png' 1x)}"));
  }

  @Test
  void passesOverCommentsStringsAndNamespaces() {
    assertEquals(List.of(), urls("/* url(a.png) */"));
    assertEquals(List.of(), urls("p::before{content:'url(a.png)'}"));
    assertEquals(
        List.of("b.png"), urls("@namespace url(http://www.w3.org/1999/xhtml);p{x:url(b.png)}"));
    assertEquals(List.of(), urls("p{x:my-url(a.png)}"));
  }

  @Test
  void undoesEscapes() {
    assertEquals(List.of("a b.png"), urls("p{x:url(a\\ b.png)}"));
    assertEquals(List.of("แผน.png"), urls("p{x:url(\\e41\\e1c\\e19.png)}"));
    assertEquals(List.of("a'b.png"), urls("p{x:url('a\\'b.png')}"));
  }

  @Test
  void takesTheSpaceAfterANumberForPartOfTheEscape() {
    assertEquals(List.of("none.png"), urls("p{x:url(no\\6e e.png)}"));
    assertEquals(List.of("none.png"), urls("p{x:url('no\\6e\r\ne.png')}"));
    assertEquals(List.of("a.png"), urls("p{x:url('a\\\r\n.png')}"));
    assertEquals(List.of("a\uFFFD.png"), urls("p{x:url(a\\d800 .png)}"));
  }

  @Test
  void endsAStringAtTheEndOfTheLine() {
    assertEquals(List.of("b.png"), urls("p::after{content:'it\rs} q{x:url(b.png)}"));
  }

  @Test
  void tellsWhereAUrlBegins() {
    List<Integer> offsets = new ArrayList<>();
    StyleSheet.urls("p{x:url( a.png)}", (url, offset) -> offsets.add(offset));
    assertEquals(List.of(9), offsets);
  }

  @Test
  void survivesCssThatWasCut() {
    assertEquals(List.of("a.png"), urls("p{x:url(a.png"));
    assertEquals(List.of("a.png"), urls("p{x:url('a.png"));
    assertEquals(List.of(), urls("p{x:url("));
    assertEquals(List.of(), urls("/* url(x)"));
    assertEquals(List.of("a\\"), urls("p{x:url(a\\"));
    assertEquals(List.of(), urls("@import"));
  }

  private static List<String> urls(String css) {
    List<String> urls = new ArrayList<>();
    StyleSheet.urls(css, (url, offset) -> urls.add(url));
    return urls;
  }
}
