package site

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif" // the formats whose sizes can be read
	_ "image/jpeg"
	_ "image/png"
	"path"
	"strconv"
	"strings"

	"gradus/internal/load"
)

// imageSize reads the size of a picture, 0 where it can't be told.
func imageSize(a load.Asset) (width, height int) {
	if path.Ext(a.Path) == ".svg" {
		return svgSize(a.Content)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(a.Content))
	if err != nil {
		return 0, 0
	}
	return config.Width, config.Height
}

// svgSize is the size that an SVG asks for, or that of its drawing area.
func svgSize(content []byte) (width, height int) {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := decoder.Token()
		if err != nil {
			return 0, 0
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attrs := map[string]string{}
		for _, a := range root.Attr {
			attrs[a.Name.Local] = a.Value
		}
		width, height = pixels(attrs["width"]), pixels(attrs["height"])
		if box := strings.Fields(strings.ReplaceAll(attrs["viewBox"], ",", " ")); len(box) == 4 && (width == 0 || height == 0) {
			width, height = pixels(box[2]), pixels(box[3])
		}
		return width, height
	}
}

// pixels reads a length without a unit or in px.
func pixels(length string) int {
	f, err := strconv.ParseFloat(strings.TrimSuffix(length, "px"), 64)
	if err != nil || f < 1 || f > 1e5 {
		return 0
	}
	return int(f + 0.5)
}
