// Verifies a cosigned checkpoint (C2SP tlog-cosignature, cosignature/v1) with golang.org/x/mod/sumdb/note, which shares
// no code with the monitor that wrote it.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go CHECKPOINT VERIFIER_KEY
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/ioutil"
	"log"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

const cosignatureV1 = 4

// witness verifies what note itself does not know: a signature over the time and the text.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	time uint64
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.hash }

func (w *witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	w.time = binary.BigEndian.Uint64(sig)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", w.time, msg)
	return ed25519.Verify(w.key, []byte(signed), sig[8:])
}

func newWitness(text string) *witness {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		log.Fatal("not a verifier key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	fatal(err)
	if len(key) != 1+ed25519.PublicKeySize || key[0] != cosignatureV1 {
		log.Fatal("not a key of cosignatures")
	}
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(digest[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		log.Fatal("the verifier key has another id")
	}
	return &witness{name: parts[0], hash: hash, key: key[1:]}
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: main CHECKPOINT VERIFIER_KEY")
	}
	verifier := newWitness(os.Args[2])
	data, err := ioutil.ReadFile(os.Args[1])
	fatal(err)
	signed, err := note.Open(data, note.VerifierList(verifier))
	fatal(err)
	lines := strings.Split(signed.Text, "\n")
	if len(signed.Sigs) != 1 || len(lines) != 4 {
		log.Fatalf("not a cosigned checkpoint: %q", signed.Text)
	}
	fmt.Printf("%s: size %s, cosigned at %d by %s\n", lines[0], lines[1], verifier.time, signed.Sigs[0].Name)
}

func fatal(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
