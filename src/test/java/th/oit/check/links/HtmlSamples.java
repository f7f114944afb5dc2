package th.oit.check.links;

import java.util.List;

/** Pages, style sheets and attributes that hold links, and the pieces that mean something there. */
final class HtmlSamples {
  static final List<String> PAGES =
      List.of(
          """
          <!doctype html>
          <html lang="th" manifest="site.appcache"><head><meta charset="utf-8"><title>แผน</title>
          <base href="/a/"><link rel="stylesheet" href="site.css"><link rel="icon" href="/i.png">
          <style>@import "x.css"; body{background:url('b.png')}</style></head>
          <body background="b.png"><h1 id="one">หนึ่ง</h1><a href="#one">1</a><a name="two"></a>
          <a href="p1.html#two">2</a><a href="../x/">3</a><p style="background:url(c.png)">ก
          </body></html>
          """,
          """
          <img src="a.png" srcset="a.png 1x, b.png 2x, data:image/png;base64,AA== 3x" usemap="#m">
          <map name="m"><area href="p2.html" shape="rect"></map>
          <picture><source srcset="c.webp 480w, d,e.webp 800w" sizes="100vw"><img alt></picture>
          <video src="v.mp4" poster="v.jpg"><track src="v.vtt"><source src="w.mp4"></video>
          <audio src=a.mp3></audio><iframe src="p1.html" srcdoc=""></iframe><embed src=x.pdf>
          <object data="plan.pdf" usemap="#n"></object><form action="/s"><input type=image src=i.png
          formaction="f"><button formaction=g></button></form><q cite="p3.html">x</q>
          """,
          """
          <meta http-equiv="refresh" content="0; url='p1.html'"><meta property="og:image"
          content="https://www.example.go.th/og.png"><template><a href="no.html"></a></template>
          <noscript><a href="n.html">x</a></noscript><script src="s.js">"</a>"</script>
          <svg><use href="i.svg#a"/><image xlink:href="x.png"/><a xlink:href="p1.html"><text>t</text></a>
          </svg><math><mi href="m.html">x</mi></math><table><tr><td background=t.png><a href=>e</a>
          <div data-oit-ignore><a href="none.html">x</a></div><p id=a><p id=a><textarea><a href=q>
          """,
          """
          <a href="mailto:a@b.go.th">m</a><a href="tel:021234567">t</a><a href="C:\\x.doc">c</a>
          <a href="file:///x">f</a><a href="http://localhost/">l</a><a href="HTTP://www.example.go.th/P1.html">
          </a><a href="%E0%B9%81%E0%B8%9C%E0%B8%99.pdf">p</a><a href="แผน.pdf">p</a><a href="#">h</a>
          <a href="//">e</a><a href="~$plan.docx">o</a><a href="http//x.go.th">s</a><a>n</a><img>
          """,
          """
          <link rel="manifest" href="site.webmanifest"><img src="pic.svg" alt><object data="pic.svg">
          </object><script type="application/ld+json">{"@context":"https://schema.org","@type":"Org",
          "url":"p1.html","logo":{"@type":"ImageObject","contentUrl":"logo.png"},"sameAs":["x.html"],
          "name":"\u0e01 \ud83d\ude00","n":[1,-2.5e3,true,null]}</script>
          """,
          """
          <?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>
          <p xml:id="x" id="y"><a href="p1.xhtml#y">a</a><![CDATA[<a href="n">]]></p></body></html>
          """);

  static final List<String> PAGE_PIECES =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "-->",
          "--!>",
          "<![CDATA[",
          "]]>",
          "<!doctype html>",
          "<?",
          "\"",
          "'",
          "=",
          " ",
          "\n",
          "\r\n",
          "\t",
          "\f",
          "\u0000",
          "&",
          "&#",
          "&#0;",
          "&#xD800;",
          "&#x110000;",
          "&amp;",
          "&lt",
          "&notin;",
          "&#x0E33;",
          "<a href=",
          "<a href=\"p1.html#two\">",
          "<a name=",
          " id=",
          " id=one",
          " href=",
          " src=",
          " srcset=\"",
          " style=\"url(",
          "<template>",
          "</template>",
          "<noscript>",
          "</noscript>",
          "<style>",
          "</style>",
          "<script>",
          "</script>",
          "<svg>",
          "</svg>",
          "<math>",
          "<foreignObject>",
          "<title>",
          "<textarea>",
          "</textarea>",
          "<plaintext>",
          "<select>",
          "<option>",
          "<table>",
          "<tr>",
          "<td>",
          "<frameset>",
          "<frame src=x>",
          "<form>",
          "<isindex>",
          "<image src=x>",
          "<base href=//x>",
          "<base href=http://[>",
          "<base href='mailto:x'>",
          "<base>",
          "<body id=b background=x>",
          "<html id=h>",
          "<b><p>",
          "</b>",
          "</p>",
          "<xmp>",
          "<noembed>",
          "<iframe>",
          "<br/>",
          "<a",
          "</a",
          "<!",
          "<area href>",
          "<img",
          "<link rel='stylesheet' href=",
          "<meta charset=windows-874>",
          "<meta charset=utf-16>",
          "<meta http-equiv=refresh content=",
          "0;url=",
          "ก",
          "ำ",
          "\u200b",
          "\ufeff",
          "\ud83d\ude00",
          "\u00a0",
          "%",
          "%41",
          "#",
          "?",
          "..",
          "/",
          "\\",
          "http://",
          "https://www.example.go.th/",
          " data-oit-ignore",
          " srcdoc",
          "<use href='#x'>");

  /** Other files that hold links: pictures and what describes an app. */
  static final List<String> PICTURES =
      List.of(
          """
          <?xml version="1.0"?><?xml-stylesheet href="site.css"?>
          <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
          <style><![CDATA[rect{fill:url(a.png)}]]> p{fill:url(#b)}</style><defs><g id="b"/></defs>
          <use xlink:href="#b"/><image href="a.png" width="1"/><a href="p1.html#two"><text>t</text></a>
          <script href="s.js"/></svg>
          """);

  static final List<String> MANIFESTS =
      List.of(
          """
          {"name":"อบต.","start_url":"/p1.html","scope":"./","icons":[{"src":"a.png","sizes":"48x48"}],
          "shortcuts":[{"name":"x","url":"x.html","icons":[{"src":"b.png"}]}],"screenshots":[]}
          """);

  static final List<String> STYLES =
      List.of(
          "@charset \"utf-8\"; @import url(a.css) screen; @import 'b.css'; p{background:url( 'c.png' )}",
          "@font-face{src:url(f.woff2) format('woff2'),url(\"f.woff?#iefix\")}",
          "/* url(no.png) */ p::before{content:\"url(no)\\\"\"} q{cursor:URL(\\63.cur),auto}",
          "@namespace svg url(http://www.w3.org/2000/svg); a{filter:url(#f)}",
          "x{background:image-set(url(a.png) 1x,'b.png' 2x)} y{mask:url(data:image/svg+xml;utf8,<svg/>)}");

  static final List<String> STYLE_PIECES =
      List.of(
          "url(",
          "URL(",
          "url('",
          "url(\"",
          ")",
          "'",
          "\"",
          "\\",
          "\\\n",
          "\\)",
          "\\27 ",
          "\\110000",
          "\\0",
          "/*",
          "*/",
          "@import ",
          "@import\"",
          "@IMPORT url(",
          "@namespace",
          ";",
          "{",
          "}",
          "(",
          "-",
          "_",
          " ",
          "\n",
          "\r\n",
          "\f",
          "\u0000",
          "#",
          "ก",
          "src(",
          "image-set(",
          ",",
          "curl(",
          "u\\72l(",
          "<!--",
          "-->",
          "\ud83d\ude00");

  static final List<String> SETS =
      List.of(
          "a.png 1x, b.png 2x",
          "a.png 480w,b.png 800w 600h",
          "foo,bar",
          "data:image/png;base64,AA==, c.png 2x",
          " a.png , , b.png(x,y) 1x, c.png (1,2),d.png",
          ",,,a.png,,,");

  static final List<String> SET_PIECES =
      List.of(
          ",", ", ", " ", "\t", "\n", "\f", "\r", "\u000b", "\u00a0", "(", ")", "1x", "2.5x",
          "100w", "a.png", "data:,", "ก", "");

  static final List<String> REFRESHES =
      List.of(
          "0; url=p1.html",
          "5;URL='p 1.html'",
          "0,p1.html",
          "0 url = \"x\"y",
          ".5;url=x",
          "3",
          " 1; ",
          "0;uRl=u",
          "0; urls",
          "0;u=x",
          "0;'q'");

  static final List<String> REFRESH_PIECES =
      List.of(
          ";", ",", " ", "\t", "url", "URL=", "u", "ur", "=", "'", "\"", ".", "0", "12", "-", "+",
          "ก", "\n", "\u000b", "x.html");

  private HtmlSamples() {}
}
