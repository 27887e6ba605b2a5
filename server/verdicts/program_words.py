"""Words by which programs give themselves away: patterns without spaces, which ignore case."""

from __future__ import annotations

# Engines of browsers, and the word itself.
ENGINES = r"""
    gecko[/\s] applewebkit khtml/ trident/ presto/ goanna/ servo/ \bmsie\b edge/ netfront \bopera[\s/]
    opera\s?mini konqueror icab ucbrowser omniweb browser\b
"""

# Systems in front of a screen: computers, phones, televisions, consoles. Servers run Linux, too, but their
# programs name a library (below) more often than the system.
SYSTEMS = r"""
    windows win(?:32|64|9[58]) macintosh mac[\s_]?os mac_powerpc \bosx\b macbook imac iphone ipad ipod
    \bios[\s/;)] watchos darwin/ cfnetwork \bdalvik android \blinux \bx11\b ubuntu fedora debian bsd\b
    sunos solaris \bcros\b haiku beos os/2 amiga morphos risc\s?os openvms irix osf1 serenityos syllable
    symbian series\s?[3468]0 \bs60\b j2me midp cldc wap[-/\s]?(?:browser|\d) mmp/\d up\.(?:browser|link)
    \bup/\d blackberry \bbb10\b \bpalm psion webos web0s tizen \bbada kaios meego maemo harmony hmos
    threadx mocor nucleus \bmre\b maui brew[/\s] obigo teleca dorado polaris jasmine semc-browser nokia
    samsung sonyericsson \blge?[-/] \bmot- \bsie- \bsec- \bzte huawei docomo kddi softbank vodafone
    ucweb cell\s?phone cloud\sphone \bmobile[;)] \bfban/ \biph\d kindle \bnook\b hbbtv ce-html tv\b
    tv[\d_] roku bravia viera vizio netcast brightsign crkey \baft[a-z] playstation \bps[345p]\b
    nintendo xbox \bwii\b dreamcast sega
"""

# What only machines do, and say of themselves.
DEEDS = r"""
    (?:^|[^u]|[^c]u)bots?(?:[^a-z]|$) robot crawl spider slurp scrap(?:e|y|ing) harvest \bgrabb archiver
    fetcher (?:^|[^m])scanner [-_\s/;(]scan\b check(?:er|ing|s\b|/|$|_) [-_\s]check\b valid(?:at|bot)
    inspect verif prob(?:e\b|ing) monitor uptime pingdom synthetic observatory diagnostic \baudit
    benchmark measurement \bsurvey [-_a-z\s]preview\b unfurl thumbnail screenshot _capture prerender
    page\s?speed pageburst lighthouse gtmetrix index(?:er|ing) search\s?(?:engine|console) collector
    classifier analy[sz]er aggregator research\b (?:[a-z]{4}|-)agent(?:[/\s);]|$) threat malware phish
    anti-?virus virustotal clamav sandbox \bsecurity\b pentest headless phantomjs slimerjs selenium
    puppeteer playwright cypress wkhtmlto weasyprint html-?to-?pdf jsdom webdriver splash\sversion
    googleweblight google-[a-z]
    \(via\s.*proxy transcoder translate
"""

# Libraries and tools for scripts. A phone's own libraries (okhttp, CFNetwork, Dalvik) are missing: apps use
# them. So is plain "libwww", with which Lynx and Mosaic are built.
LIBRARIES = r"""
    \bcurl/ \bwget libwww-perl \blwp\b \blibcurl python urllib \brequests/ aiohttp httpx \bjava/\d ^java
    jakarta apache-http winhttp xmlhttp grpc go-http go-resty
    http[-_\s]?(?:client|component|request|unit|urlconnection) \bgo\s[\d.]+\spackage ruby\b faraday
    typhoeus mechanize \bperl\b \bphp\b guzzle symfony zend wordpress \bnode(?:\.?js|-) axios undici
    \bgot[\s/(] superagent \bdeno/ \bbun/ \bdart[:/] restsharp unirest reqwest \bhyper/ \bureq \bcolly
    boto3?/ botocore \baws- powershell postmanruntime insomnia httpie microsoft-cryptoapi nscurl \bgit/
    \bvert\.x microsoft-webdav
"""

# How to reach the operator of a machine. People's programs hardly ever carry an address.
CONTACT = r"""
    https?:/ \bwww\. mailto: [\w.+-]@[\w-]+\.[a-z] \(at\)
"""

# Entries of the public list of crawlers that people's programs match, too: libraries of phones' apps,
# browsers by the same vendor, views of pages inside apps, a phone's build number.
NOT_ONLY_CRAWLERS = frozenset(
    {
        "okhttp",
        "Sogou",
        "coccoc",
        "MetaIAB Facebook",
        "Viber",
        r"AP3A\.240617\.008",
        r"Fetch\/",
        "Fluid",
        "Sonic",
    }
)
