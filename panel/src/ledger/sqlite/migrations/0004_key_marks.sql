-- What the site recognises its keys by. Empty until the first start of a service that knows of it.
ALTER TABLE sites ADD COLUMN key_mark BLOB;
