"""What people write who mean no good; each with a word of its own, by which it is found again."""

MARK = "xssid"

# Short enough for a title and for a name.
SHORT = {
    "script": '"><script id=xssid>xss()</script>{{7*7}}{% now %}',
    "handlers": "<img src=x id=xssid onerror=xss()><svg/onload=xss()>",
    "markdown": "xssid [a](javascript:xss()) ![i](//evil.example/i.png)",
    "direction": "\u202eRTL xssid\u202c \u200bzero\u200b \u2066iso '; DROP TABLE x;--",
    "formula": '=1+1 #eval("1+1") #read("/etc/passwd") $x$ @r xssid',
    "endless": f"xssid {'W' * 60} \U0001f469\u200d\U0001f467",
    "lines": 'Tom & "Jerry" <xssid>\r\nBcc: a@evil.example\r\nBEGIN:VEVENT',
}

LONG = "\n\n".join(
    [
        *SHORT.values(),
        "<style>*{display:none}</style><!-- xssid --><![CDATA[xssid]]>",
        '<a id="xssid" href="data:text/html,xss" style="position:fixed" onclick="xss()">xssid</a>',
        "[one](data:text/html;base64,eHNz) [two](vbscript:xss()) [three](&#106;avascript:xss()) [four]( java\nscript:xss())",
        "<iframe srcdoc='xssid'></iframe><math><mi xlink:href=javascript:xss()>xssid</mi></math>",
        '[five]: javascript:xss()\n\n[five] <javascript:xss()> <https://example.org/"onmouseover="xss()>',
        '[six](https://example.org "\\" onmouseover=xss() \\"")',
        "`<script>xss()</script>`\n\n    <script>xss()</script>",
        "<form action=//evil.example><input name=xssid><button formaction=javascript:xss()>xssid</button></form>",
    ]
)
