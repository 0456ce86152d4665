"""The help: what each command does, with examples."""

PROGRAM = """\
Read news in the terminal and see who says it, how they stand to it, and through whom it came.

secondhand alone opens the library; secondhand FILE is short for secondhand read FILE.
(A file named like a command: ./read)

examples:
  secondhand seeds/macron-trump.txt
  secondhand https://example.org/news.html --theme light
  curl -s https://example.org/news.html | secondhand -
  secondhand analyze seeds/*.txt --format jsonl | jq -r '.claims[].chain[-1].name'
  secondhand export --all --format markdown -o highlights.md
"""

READ = """\
Open an article in the reader. What you mark is kept in the library.

examples:
  secondhand read seeds/macron-trump.txt
  secondhand read notes.txt --publisher Reuters --date 2025-02-27
  secondhand read --plain seeds/macron-trump.txt | fold -s | less
"""

FEED = """\
Show the articles of RSS and Atom feeds, the newest first: to choose from on a terminal, tab-separated rows
in a pipe. The whole article is fetched, not the few lines of it that are in the feed.

examples:
  secondhand feed https://example.org/rss.xml
  secondhand feed https://example.org/rss.xml https://example.net/atom.xml | cut -f 1,3
"""

ANALYZE = """\
Print who says what in each article: for scripts, pipes and eyes.

formats:
  json   one article as one JSON object
  jsonl  one such object a line, for any number of articles
  table  one claim a line
  tree   claims by paragraph, with stance and chain

examples:
  secondhand analyze seeds/macron-trump.txt
  secondhand analyze seeds/*.txt --format jsonl > claims.jsonl
  secondhand analyze - --format table < seeds/macron-trump.txt

With -o OUT.jsonl or OUT.parquet it analyses archives of any size: folders, and .jsonl files with an article a
line. However a run ends, the same command goes on with it; what cannot be read is set aside with the reason
in OUT.rejected.jsonl, and read again once its line is deleted there.

  secondhand analyze 2025/ wires.jsonl -o claims.jsonl --jobs 8
  secondhand analyze wires.jsonl -o claims.parquet --cluster tcp://10.0.0.1:8786
"""

SOURCES = """\
Print who is heard in an article: how many of its words are its own, first hand, second hand or of unnamed
sources; the ways its claims took; everybody who is heard, and how they stand to what they say.

Every word counts once: what somebody says somebody else says is the other's. Of an archive that analyze -o
made it tells who is heard most, and the shares by outlet and by month.

examples:
  secondhand sources seeds/macron-trump.txt
  secondhand sources seeds/macron-trump.txt --format json | jq .words
  secondhand sources claims.jsonl
"""

LIBRARY = """\
Show the articles you read and marked: a table to choose from on a terminal, tab-separated rows in a pipe.

examples:
  secondhand library
  secondhand library | cut -f 1,2
"""

EXPORT = """\
Write your highlights, notes and corrections, or all claims, for the tools you use.

ARTICLE is its number in the library (secondhand library | cat), its address, or the path of its file.

formats:
  markdown     quotations with YAML front matter, for Obsidian and others
  org          Org mode, a PROPERTIES drawer a highlight
  html         one page: the article, its claims marked, notes beside
  json, jsonl  everything, for secondhand import
  csv          one row a highlight or claim
  readwise     CSV as Readwise imports it
  annotation   W3C Web Annotations, JSON-LD
  hypothesis   as the API of Hypothesis takes them
  schema-org   Quotation and Claim, JSON-LD
  csl-json     for Zotero and other citation managers
  bibtex       for BibLaTeX
  corrections  what you set right, JSON Lines fit for training

examples:
  secondhand export seeds/macron-trump.txt --what claims --format csv
  secondhand export --all --format markdown -o highlights.md
  secondhand export 3 --tag ukraine --since 2026-01-01 --format org
"""

IMPORT = """\
Take over highlights, notes and corrections from json, jsonl and annotation exports, of secondhand or of
other tools that write W3C Web Annotations. What is there already is not doubled. Of two versions of a note
the newer one stays where it was made from the other, else both do; what changes is said. The text of an
article that is there is left alone.

examples:
  secondhand import seeds/macron-trump.json
  secondhand import --dry-run annotations.jsonld
"""

CONFIG = """\
Show the settings in effect, and the file they are in (another one: SECONDHAND_CONFIG).

examples:
  secondhand config
  secondhand config --edit
"""

SERVE = """\
Show the reader in a browser on this machine, the library where no FILE is named. Only who has the address
that is printed can open it. It takes an extra: pip install 'secondhand[serve]'

examples:
  secondhand serve
  secondhand serve seeds/macron-trump.txt --port 8080
"""

COMPLETION = """\
Print what your shell needs to complete commands and options.

examples:
  secondhand completion bash > ~/.local/share/bash-completion/completions/secondhand
  secondhand completion zsh > ~/.zfunc/_secondhand
  secondhand completion fish > ~/.config/fish/completions/secondhand.fish
"""
