// Reads an exported evidence log with golang.org/x/mod/sumdb/tlog and note, which share no code with the gateway: the
// signed checkpoint, every tile and entry, and proofs that the gateway made.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go DIR VERIFIER_KEY PROOFS
//
// PROOFS has a proof a line: "inclusion INDEX SIZE HASH..." or "consistency OLD NEW HASH...", hashes in base64.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/ioutil"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// tiles reads tiles as the tlog-tiles layout has them: like tlog's, without the height.
type tiles struct {
	dir  string
	read int
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		data, err := ioutil.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			return nil, err
		}
		t.read++
		all = append(all, data)
	}
	return all, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: main DIR VERIFIER_KEY PROOFS")
	}
	source := &tiles{dir: os.Args[1]}
	origin, tree := checkpoint(os.Args[1], os.Args[2])
	hashes := tlog.TileHashReader(tree, source)

	entries := checkEntries(source.dir, tree, hashes)
	inclusion, consistency := checkProofs(os.Args[3], tree, hashes)
	fmt.Printf("%s: size %d, %d entries, %d inclusion proofs, %d consistency proofs\n",
		origin, tree.N, entries, inclusion, consistency)
}

// checkpoint verifies the signed note, and takes the tree head that it says.
func checkpoint(dir, key string) (string, tlog.Tree) {
	verifier, err := note.NewVerifier(key)
	fatal(err)
	data, err := ioutil.ReadFile(filepath.Join(dir, "checkpoint"))
	fatal(err)
	signed, err := note.Open(data, note.VerifierList(verifier))
	fatal(err)
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		log.Fatalf("not a checkpoint of %s: %q", verifier.Name(), signed.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	fatal(err)
	root, err := tlog.ParseHash(lines[2])
	fatal(err)
	return lines[0], tlog.Tree{N: size, Hash: root}
}

// checkEntries compares every entry with its leaf, and builds the tree anew from the entries alone.
func checkEntries(dir string, tree tlog.Tree, hashes tlog.HashReader) int64 {
	var stored []tlog.Hash
	own := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, index := range indexes {
			out = append(out, stored[index])
		}
		return out, nil
	})
	for n := int64(0); n < tree.N; n++ {
		entry := readEntry(dir, tree.N, n)
		added, err := tlog.StoredHashes(n, entry, own)
		fatal(err)
		stored = append(stored, added...)
	}
	root, err := tlog.TreeHash(tree.N, own)
	fatal(err)
	if root != tree.Hash {
		log.Fatalf("the entries give the root %v, and the checkpoint says %v", root, tree.Hash)
	}
	for n := int64(0); n < tree.N; n++ {
		if n%97 != 0 && n < tree.N-300 {
			continue
		}
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
		fatal(err)
		if leaf[0] != tlog.RecordHash(readEntry(dir, tree.N, n)) {
			log.Fatalf("entry %d is not its leaf", n)
		}
	}
	return tree.N
}

var bundlePath string
var bundle [][]byte

func readEntry(dir string, size, n int64) []byte {
	tile := tlog.Tile{H: tileHeight, L: 0, N: n >> tileHeight, W: 1 << tileHeight}
	if (tile.N+1)<<tileHeight > size {
		tile.W = int(size & (1<<tileHeight - 1))
	}
	path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", tileHeight), "tile/entries/", 1)
	if path != bundlePath {
		data, err := ioutil.ReadFile(filepath.Join(dir, path))
		fatal(err)
		bundle = nil
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			bundle = append(bundle, data[2:2+length])
			data = data[2+length:]
		}
		if len(bundle) != tile.W {
			log.Fatalf("%s has %d entries", path, len(bundle))
		}
		bundlePath = path
	}
	return bundle[n&(1<<tileHeight-1)]
}

// checkProofs verifies the gateway's proofs, and wants the same as are made from the tiles.
func checkProofs(file string, tree tlog.Tree, hashes tlog.HashReader) (inclusion, consistency int) {
	data, err := ioutil.ReadFile(file)
	fatal(err)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		words := strings.Fields(line)
		first, err := strconv.ParseInt(words[1], 10, 64)
		fatal(err)
		size, err := strconv.ParseInt(words[2], 10, 64)
		fatal(err)
		root, err := tlog.TreeHash(size, hashes)
		fatal(err)
		var path []tlog.Hash
		for _, word := range words[3:] {
			raw, err := base64.StdEncoding.DecodeString(word)
			fatal(err)
			var hash tlog.Hash
			copy(hash[:], raw)
			path = append(path, hash)
		}
		switch words[0] {
		case "inclusion":
			leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, first)})
			fatal(err)
			fatal(tlog.CheckRecord(path, size, root, first, leaf[0]))
			own, err := tlog.ProveRecord(size, first, hashes)
			fatal(err)
			requireSame(line, path, own)
			inclusion++
		case "consistency":
			old, err := tlog.TreeHash(first, hashes)
			fatal(err)
			fatal(tlog.CheckTree(path, size, root, first, old))
			own, err := tlog.ProveTree(size, first, hashes)
			fatal(err)
			requireSame(line, path, own)
			consistency++
		default:
			log.Fatalf("unknown proof: %s", line)
		}
	}
	return inclusion, consistency
}

func requireSame(line string, path, own []tlog.Hash) {
	same := len(path) == len(own)
	for i := 0; same && i < len(path); i++ {
		same = bytes.Equal(path[i][:], own[i][:])
	}
	if !same {
		log.Fatalf("another proof than from the tiles: %s", line)
	}
}

func fatal(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
