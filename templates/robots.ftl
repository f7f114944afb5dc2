<#--
  อนุญาตให้เครื่องมือค้นหาเก็บทุกหน้า
  Given: site.
-->
User-agent: *
Allow: /

Sitemap: ${site.baseUrl?remove_ending("/")}/sitemap.xml
