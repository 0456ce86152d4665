PRAGMA user_version = 2;
PRAGMA application_id = 850198529;
BEGIN TRANSACTION;
CREATE TABLE address (
        address TEXT PRIMARY KEY,          -- one the article was had from
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "address" VALUES('https://gazette.example/bridge',1);
INSERT INTO "address" VALUES('https://half.example/1',2);
CREATE TABLE analysis (
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        content TEXT NOT NULL,             -- article.content as it was then
        model TEXT NOT NULL, version TEXT NOT NULL,
        claims INTEGER NOT NULL,
        record TEXT NOT NULL,              -- JSON, as secondhand.record has it
        PRIMARY KEY (entry, content)
    );
INSERT INTO "analysis" VALUES(1,'20b4541b59f5c695b33fc4e34a21b52fbfe6a9b9a95ebe12df2cdd205b8aa1b9','literal','0',1,'{"speakers": [], "claims": [{"id": "c1", "parent": null, "paragraph": 0, "kind": "indirect", "content": [{"start": 54, "end": 75, "text": "it is unsafe for cars"}], "cue": {"start": 44, "end": 48, "text": "said"}, "source": [], "speaker": null, "resolution": "none", "channel": null, "chain": [{"name": "Sputnik", "type": "organization", "relation": "published", "evidence": [], "when": null, "url": null}, {"name": "mayor", "type": "person", "relation": "said", "evidence": [{"start": 44, "end": 48, "text": "said"}], "when": null, "url": null}], "stance": {"commitment": "certain", "framing": "neutral", "attitudes": [], "commitment_evidence": [], "framing_evidence": []}, "confidence": 0.5, "speaker_confidence": null, "chain_confidence": null, "corrected": false}], "model": {"name": "literal", "version": "0"}}');
INSERT INTO "analysis" VALUES(2,'00b4c892a7ffcebcb03aefe56bb88ffd22687715aa9a7dd6017afb57b460d0f0','literal','0',1,'{"speakers": [], "claims": [{"id": "c1", "parent": null, "paragraph": 0, "kind": "indirect", "content": [{"start": 53, "end": 78, "text": "nobody had seen it before"}], "cue": {"start": 43, "end": 47, "text": "said"}, "source": [], "speaker": null, "resolution": "none", "channel": null, "chain": [{"name": "Sputnik", "type": "organization", "relation": "published", "evidence": [], "when": null, "url": null}, {"name": "author", "type": "person", "relation": "said", "evidence": [{"start": 43, "end": 47, "text": "said"}], "when": null, "url": null}], "stance": {"commitment": "certain", "framing": "neutral", "attitudes": [], "commitment_evidence": [], "framing_evidence": []}, "confidence": 0.5, "speaker_confidence": null, "chain_confidence": null, "corrected": false}], "model": {"name": "literal", "version": "0"}}');
CREATE TABLE article (
        entry INTEGER PRIMARY KEY AUTOINCREMENT,
        content TEXT NOT NULL,             -- hash of all an analysis rests on
        title TEXT, first_words TEXT NOT NULL, publisher TEXT, date TEXT, url TEXT,
        opened TEXT NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        progress REAL NOT NULL DEFAULT 0,
        deleted TEXT,                      -- when; NULL where it is there
        record TEXT NOT NULL               -- JSON, as secondhand.record has it
    );
INSERT INTO "article" VALUES(1,'20b4541b59f5c695b33fc4e34a21b52fbfe6a9b9a95ebe12df2cdd205b8aa1b9','Bridge shut','The bridge is shut until spring. The mayor said that it is unsafe for cars. Buses go round.','Gazette','2025-02-27','https://gazette.example/bridge','2026-11-24T09:30:01.000000+00:00',34,8.17204301075268868537e-01,NULL,'{"title": "Bridge shut", "publisher": "Gazette", "authors": ["Ann Lee"], "date": "2025-02-27", "url": "https://gazette.example/bridge", "credit": null, "text": "The bridge is shut until spring.\n\nThe mayor said that it is unsafe for cars.\n\nBuses go round.", "paragraphs": [{"start": 0, "end": 32}, {"start": 34, "end": 76}, {"start": 78, "end": 93}], "hyperlinks": []}');
INSERT INTO "article" VALUES(2,'00b4c892a7ffcebcb03aefe56bb88ffd22687715aa9a7dd6017afb57b460d0f0','Half ?','The glyph ? was in the report. The author said that nobody had seen it before.',NULL,NULL,'https://half.example/1','2026-11-24T09:30:02.000000+00:00',0,0.0,NULL,'{"title": "Half \udfff", "publisher": null, "authors": [], "date": null, "url": "https://half.example/1", "credit": null, "text": "The glyph \ud800 was in the report.\n\nThe author said that nobody had seen it before.", "paragraphs": [{"start": 0, "end": 30}, {"start": 32, "end": 79}], "hyperlinks": []}');
INSERT INTO "article" VALUES(3,'0857e453830eeebb58f01fa097b6da5e09512655e1061574232d1ad3036fbd42','Réforme','Le président a déclaré que la réforme était terminée.',NULL,NULL,NULL,'2026-11-24T09:30:03.000000+00:00',0,0.0,NULL,'{"title": "Re\u0301forme", "publisher": null, "authors": [], "date": null, "url": null, "credit": null, "text": "Le pre\u0301sident a de\u0301clare\u0301 que la re\u0301forme e\u0301tait termine\u0301e.", "paragraphs": [{"start": 0, "end": 59}], "hyperlinks": []}');
INSERT INTO "article" VALUES(4,'1796ee7b32337fae1b1022810d1cf08107fa852bf2ce27c16c325749a3b305ba','Deleted','Deleted, but to be brought back when it is wanted.',NULL,NULL,NULL,'2026-11-24T09:30:04.000000+00:00',0,0.0,'2026-11-24T10:00:00+00:00','{"title": "Deleted", "publisher": null, "authors": [], "date": null, "url": null, "credit": null, "text": "Deleted, but to be brought back when it is wanted.", "paragraphs": [{"start": 0, "end": 50}], "hyperlinks": []}');
CREATE TABLE mark (
        id TEXT PRIMARY KEY,
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('highlight', 'correction')),
        created TEXT NOT NULL, changed TEXT NOT NULL,
        record TEXT NOT NULL               -- JSON, as secondhand.notes.record has it
    );
INSERT INTO "mark" VALUES('h1',1,'highlight','2026-11-24T09:30:00Z','2026-11-24T09:30:00Z','{"id": "h1", "anchors": [{"start": 60, "end": 75, "exact": "unsafe for cars", "prefix": "ing.\n\nThe mayor said that it is ", "suffix": ".\n\nBuses go round."}], "created": "2026-11-24T09:30:00Z", "changed": "2026-11-24T09:30:00Z", "colour": "yellow", "note": "why?", "tags": ["roads"], "claim": {"id": "c1", "parent": null, "paragraph": 0, "kind": "indirect", "content": [{"start": 54, "end": 75, "text": "it is unsafe for cars"}], "cue": {"start": 44, "end": 48, "text": "said"}, "source": [], "speaker": null, "resolution": "none", "channel": null, "chain": [{"name": "Sputnik", "type": "organization", "relation": "published", "evidence": [], "when": null, "url": null}, {"name": "mayor", "type": "person", "relation": "said", "evidence": [{"start": 44, "end": 48, "text": "said"}], "when": null, "url": null}], "stance": {"commitment": "certain", "framing": "neutral", "attitudes": [], "commitment_evidence": [], "framing_evidence": []}, "confidence": 0.5, "corrected": false}, "speaker": null}');
INSERT INTO "mark" VALUES('k1',1,'correction','2026-11-24T09:30:00Z','2026-11-24T09:30:00Z','{"id": "k1", "content": [{"start": 54, "end": 75, "exact": "it is unsafe for cars", "prefix": "il spring.\n\nThe mayor said that ", "suffix": ".\n\nBuses go round."}], "created": "2026-11-24T09:30:00Z", "verdict": "changed", "cue": null, "source": [], "speaker": {"id": "", "name": "Ann", "type": "person", "role": null, "mentions": []}, "commitment": null, "framing": null, "chain": null, "before": {"id": "c1", "parent": null, "paragraph": 0, "kind": "indirect", "content": [{"start": 54, "end": 75, "text": "it is unsafe for cars"}], "cue": {"start": 44, "end": 48, "text": "said"}, "source": [], "speaker": null, "resolution": "none", "channel": null, "chain": [{"name": "Sputnik", "type": "organization", "relation": "published", "evidence": [], "when": null, "url": null}, {"name": "mayor", "type": "person", "relation": "said", "evidence": [{"start": 44, "end": 48, "text": "said"}], "when": null, "url": null}], "stance": {"commitment": "certain", "framing": "neutral", "attitudes": [], "commitment_evidence": [], "framing_evidence": []}, "confidence": 0.5, "corrected": false}}');
INSERT INTO "mark" VALUES('h2',2,'highlight','2026-11-24T09:30:00Z','2026-11-24T09:30:00Z','{"id": "h2", "anchors": [{"start": 4, "end": 15, "exact": "glyph \ud800 was", "prefix": "The ", "suffix": " in the report.\n\nThe author said"}], "created": "2026-11-24T09:30:00Z", "changed": "2026-11-24T09:30:00Z", "colour": "yellow", "note": "half \udc00 \ud83d\ude00", "tags": ["\ud83d"], "claim": null, "speaker": null}');
INSERT INTO "mark" VALUES('h3',3,'highlight','2026-11-24T09:30:00Z','2026-11-24T09:30:00Z','{"id": "h3", "anchors": [{"start": 33, "end": 41, "exact": "re\u0301forme", "prefix": "e pre\u0301sident a de\u0301clare\u0301 que la ", "suffix": " e\u0301tait termine\u0301e."}], "created": "2026-11-24T09:30:00Z", "changed": "2026-11-24T09:30:00Z", "colour": "yellow", "note": "", "tags": [], "claim": null, "speaker": null}');
CREATE TABLE sentence (
        hash INTEGER NOT NULL,             -- of a sentence of the article's text now
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (hash, entry)
    ) WITHOUT ROWID;
INSERT INTO "sentence" VALUES(2163060971859713771,1);
INSERT INTO "sentence" VALUES(2486052852745610478,1);
INSERT INTO "sentence" VALUES(-7166492371630250737,2);
INSERT INTO "sentence" VALUES(-5447348939750020212,2);
INSERT INTO "sentence" VALUES(3023709072736188917,3);
INSERT INTO "sentence" VALUES(-5469822503142144139,4);
CREATE TABLE stretch (
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        content TEXT NOT NULL,             -- article.content of what was read
        start INTEGER NOT NULL,            -- offset into its text
        record TEXT NOT NULL,              -- JSON, as secondhand.resuming has it
        PRIMARY KEY (entry, content, start)
    );
INSERT INTO "stretch" VALUES(2,'00b4c892a7ffcebcb03aefe56bb88ffd22687715aa9a7dd6017afb57b460d0f0',0,'{"text": "\ud800"}');
CREATE TABLE version (
        hash TEXT PRIMARY KEY,             -- of a text the article has or had
        entry INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
    ) WITHOUT ROWID;
INSERT INTO "version" VALUES('1b7d8924848f2219249ebe7ec3f8b5d9eda2de339427f298f3c89bacba44695e',2);
INSERT INTO "version" VALUES('20051360e2169658b299ee4d8eb3578d52e77451bc0b5d5bfeb1a45870e6978d',3);
INSERT INTO "version" VALUES('ea4d36d54198f17964730b2f5d67075d1e5a1256e82398628f7239d08fc0f57d',4);
INSERT INTO "version" VALUES('fe248bd5a8e19ac5a8a0e53ed085d240a2bfcb5dcb2c8cdceb88523f920b51ce',1);
CREATE INDEX sentence_entry ON sentence (entry);
CREATE INDEX mark_entry ON mark (entry);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',4);
COMMIT;
