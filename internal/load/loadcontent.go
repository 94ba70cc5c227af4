package load

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/diag"
)

// maxAssetBytes is the size above which a picture or download is not read.
const maxAssetBytes = 8 << 20

// assetTypes are the extensions of files that may lie beside documents.
var assetTypes = []string{".avif", ".csv", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp", ".xlsx"}

// loadContent reads the documents, the glossary's terms, and the moved and the
// published addresses. Where the site's languages are not known every folder is read, so
// that what is wrong in them is said in the same run.
func loadContent(d *folder, src *Source) {
	langs := src.Config.Languages
	for _, e := range d.list(contentFolder) {
		pos := diag.Position{Path: e.path}
		switch {
		case e.dir && (len(langs) == 0 || slices.Contains(langs, e.name)):
			documents, assets := contentFiles(d, e.path)
			src.Documents = append(src.Documents, loadDocuments(d, e, documents)...)
			src.Assets = append(src.Assets, loadAssets(d, assets)...)
		case e.dir:
			d.report(diag.New(pos, diag.FolderLanguage, "lang", e.name).Nearest(e.name, langs).Wanted(strings.Join(langs, ", ")))
		case e.name == termsFile:
			if content, ok := d.content(e.path, maxOwnBytes); ok {
				terms, found := readTerms(e.path, content, langs)
				src.Terms = terms
				d.report(found...)
			}
		case e.name == movedFile:
			if content, ok := d.content(e.path, maxOwnBytes); ok {
				moved, found := readMoved(e.path, content)
				src.Moved = moved
				d.report(found...)
			}
		case e.name == publishedFile:
			if content, ok := d.content(e.path, maxOwnBytes); ok {
				published, found := readPublished(e.path, content)
				src.Published = published
				d.report(found...)
			}
		default:
			d.report(diag.New(pos, diag.FileStray).Nearest(e.name, []string{termsFile, movedFile, publishedFile}))
		}
	}
	slices.SortFunc(src.Documents, func(a, b *Document) int {
		return cmp.Or(cmp.Compare(slices.Index(langs, a.Lang), slices.Index(langs, b.Lang)), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Pos.Path, b.Pos.Path))
	})
}

// loadDocuments reads the documents of one language.
func loadDocuments(d *folder, lang entry, files []string) []*Document {
	documents := make([]*Document, len(files))
	parallel(len(files), func(i int) {
		content, ok := d.content(files[i], maxOwnBytes)
		if !ok {
			return
		}
		below := documentPath(strings.TrimPrefix(files[i], lang.path+"/"))
		doc, found := readDocument(files[i], lang.name, below, content)
		documents[i] = doc
		d.report(found...)
	})
	return slices.DeleteFunc(documents, func(doc *Document) bool { return doc == nil })
}

func loadAssets(d *folder, files []string) []Asset {
	var assets []Asset
	for _, name := range files {
		if content, ok := d.content(name, maxAssetBytes); ok {
			assets = append(assets, Asset{Path: strings.TrimPrefix(name, contentFolder+"/"), Content: content})
		}
	}
	return assets
}

// contentFiles returns the Markdown files and the assets of a folder and those
// below it, without those whose names cannot be addresses.
func contentFiles(d *folder, name string) (documents, assets []string) {
	for _, e := range d.list(name) {
		extension := path.Ext(e.name)
		if e.dir {
			extension = ""
		} else if extension != ".md" && !slices.Contains(assetTypes, extension) {
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileStray))
			continue
		}
		if stem := strings.TrimSuffix(e.name, extension); !isID(stem) {
			d.report(diag.New(diag.Position{Path: e.path}, diag.PathName, "name", stem).Hint(diag.HintIDForm, "limit", strconv.Itoa(maxID)))
			continue
		}
		switch {
		case e.dir:
			moreDocuments, moreAssets := contentFiles(d, e.path)
			documents, assets = append(documents, moreDocuments...), append(assets, moreAssets...)
		case extension == ".md":
			documents = append(documents, e.path)
		default:
			assets = append(assets, e.path)
		}
	}
	return documents, assets
}
