/** The words by which talk and descriptions of pictures are told apart, in the languages that most teams write. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Said before what is meant. */
export const polite = list(`
  thanks thank thx cheers danke merci gracias obrigado grazie please pls plz kindly just now then so and ok okay hey hi hello yo well
  bitte mal hallo doch s'il vous te plaît plait svp por favor porfa per favore alsjeblieft proszę пожалуйста
`)

/** Asks for something, whatever it is. */
export const asking = list(`
  please pls plz bitte svp
`)

/** Nothing but drawing is meant by these. */
export const drawing = list(`
  draw paint sketch illustrate imagine doodle depict visualize visualise
  zeichne zeichnen male malen skizziere illustriere dessine dessinez dessiner peins peignez illustrez
  dibuja dibujame dibújame dibuje pinta píntame ilustra desenha desenhe desenhar pinte disegna disegnami dipingi
  teken tekenen schilder rita måla tegn narysuj namaluj нарисуй нарисуйте изобрази намалюй çiz vẽ gambar lukis
`)

/** Drawing is meant where a thing follows. */
export const making = list(`
  make create generate design show build produce
  mach mache erstelle erzeuge generiere entwirf zeig zeige fais faites crée créez génère générez montre
  haz hazme crea genera muestra quiero faça faz crie cria gere gera fai mostra maak genereer toon skapa gör lag
  zrób stwórz сделай создай сгенерируй покажи
`)

/** For whom, and how it is asked for. */
export const recipients = list(`
  me us him her them mir uns moi nous nos mi mij ons mig oss mi мне нам to
`)

export const openers: readonly (readonly string[])[] = [
  ['can', 'you'],
  ['could', 'you'],
  ['would', 'you'],
  ['will', 'you'],
  ['i', 'want', 'you', 'to'],
  ["let's"],
  ['kannst', 'du'],
  ['könntest', 'du'],
  ['peux', 'tu'],
  ['pouvez', 'vous'],
  ['puedes'],
  ['podrías'],
  ['pode'],
  ['puoi'],
  ['kun', 'je'],
]

/** What a picture is called. */
export const pictures = list(`
  picture pictures image images photo photos photograph logo icon icons poster drawing painting illustration sketch
  portrait wallpaper banner avatar render sticker mockup cartoon bild bilder foto plakat zeichnung dessin affiche
  imagen dibujo cartel imagem desenho immagine disegno tekening afbeelding картинку рисунок
`)

/** Before some one thing. */
export const articles = list(`
  a an some one two three four five six seven eight nine ten several many
  ein eine einen einem einer zwei drei vier fünf un une deux trois quatre cinq des
  uno una unos unas dos tres cuatro um uma dois duas uno due tre een twee drie
`)

/** Before a thing that is known. */
export const determiners = list(`
  the der die das den dem le la les l' el los las il lo gli o os as de het
`)

/** Somebody speaks of themselves, or to somebody. */
export const persons = list(`
  i i'm i'd i've i'll you you're your yours we we're we've me us ya u
  ich ihr wir mir mich dir dich uns euch je j'ai tu vous nous moi toi yo usted ustedes nosotros eu você vocês nós
  io voi noi ik jij jullie wij jag vi ja ty я ты вы мы мне тебе вам
`)

/** Things of somebody's: part of a description only where it plainly is one. */
export const possessives = list(`
  my our mine ours mein meine meinen meiner unser dein deine mon ma mes notre nos votre ton mis mi nuestro nuestra
  meu minha nosso mio mia nostro mijn onze min mitt vår мой моя моё наш
`)

/** Sentences have them; what a picture is called has not. */
export const auxiliaries = list(`
  is are was were be been isn't aren't wasn't weren't do does did don't doesn't didn't has have had hasn't haven't
  can can't cannot could couldn't will won't would wouldn't should shouldn't must may might shall let's
  looks look seems works worked went
  ist sind waren haben kann können wird geht gibt nicht est sont était ont peut marche va pas
  está están es son hay puede funciona é são está foi tem pode è sono ha può va heeft werkt niet är har jest są
  это есть был была было не нет
`)

/** What is asked and said about the bot, the money and the work. */
export const business = list(`
  account accounts credit credits refund refunds invoice payment payments pay paid balance price prices pricing cost
  costs subscription topup billing receipt login password admin problem problems question questions issue issues help
  support settings permission access error buy purchase cancel unsubscribe feedback
  konto guthaben rechnung preis preise hilfe frage problem fehler kaufen abbrechen compte crédits prix facture aide
  acheter cuenta créditos precio precios factura ayuda comprar conta crédito preço ajuda conto crediti prezzo aiuto
  rekening prijs hulp kopen hjälp помощь помогите кредиты цена купить
`)

/** A while, a little, a favour: what follows an article without being a thing to see. */
export const idioms = list(`
  lot bit few moment moments minute minutes second seconds sec while favor favour hint guess pleasure shame pity thing
  things mess bummer reminder heads suggestion thought idea colleague
  augenblick minute bisschen kleinigkeit momento minuto poco segundo moment peu instant attimo beetje
  break call hand chance list reason summary example sample demo
`)

/** The other end of a remark: what is praised, thanked for, or spoken to. */
export const remarks = list(`
  one ones idea ideas point job work try job stuff question thanks thank lol everyone everybody guys team folks mate bot
  buddy dude all again today tomorrow yesterday later soon tonight asap anyone someone anybody minutes hour hours week
  weekend luck far better best worse wrong right true sure enough now then too yet done plaisir gusto piacere
`)

/** What nobody begins a description with. */
export const openings = list(`
  hi hey hello hiya yo howdy greetings welcome good nice great well thanks thank thx ty cheers congrats congratulations
  ok okay okey k kk yes yeah yep yup no nope nah sure fine right true cool awesome lol haha hahaha hehe wow omg oops ouch
  sorry pardon excuse bye goodbye cya ciao see later what why when where who whom whose which how whether if is are am
  was were do does did don't can can't could would will won't should shall may might must has have had not never maybe
  perhaps still only also but and or because since so then than please stop wait cancel undo help quit exit delete remove
  test testing ping check let lets let's try retry go come tell say ask send thx nvm never nevermind sounds looks seems
  makes got gotcha love like hate hope wish think thought guess know i'm it it's its this that that's these those there
  here they he she any anyone anybody everyone nobody something nothing too much more less better worse wrong be back
  to for from about as
  hallo guten moin servus danke dankeschön tschüss ja nein gut super toll klasse wie was warum wann wo wer welche wozu
  bonjour bonsoir salut coucou merci oui non d'accord bien super comment pourquoi quand où qui quoi quel quelle combien
  de
  hola buenos buenas gracias adiós sí si no vale bien cómo como por qué que cuándo dónde quién cuánto cuál
  olá oi bom boa obrigado obrigada tchau sim não como quando onde quem quanto
  buongiorno buonasera grazie prego sì come perché quando dove chi quanto va
  hoi dag dank bedankt ja nee hoe waarom wanneer waar wie hej tack nej hur varför när var vem
  cześć dzień dziękuję dzięki tak nie jak dlaczego kiedy gdzie kto merhaba teşekkürler teşekkür evet hayır nasıl neden
  привет здравствуйте здравствуй спасибо да нет как почему когда где кто что сколько пока добрый доброе стоп хорошо
  дякую так ні як чому xin cảm chào terima halo apa
  that's there's what's who's he's she's you i we du
`)

/** Where things are, and with what: most descriptions have one of these. */
export const prepositions = list(`
  in on at with of under over by near beside behind above below between among through during without against inside
  around across into im am auf mit bei unter über vor aus neben hinter zwischen ohne dans sur avec sous au aux devant
  derrière près de du en con sobre bajo junto sin em no na com sob ao perto nel nella nello sul sulla sotto del della di
  met op bij onder naast zonder i på med vid w z pod nad przy в во на под с со у над около
`)

/** What is seen doing, and how it is drawn: the others have one of these. */
export const styles = list(`
  wearing holding riding sitting standing sleeping running flying looking playing eating reading style watercolor
  watercolour oil ink pencil photo photograph picture image portrait poster logo icon painting illustration landscape
  cartoon anime manga pixel 3d isometric sketch neon cyberpunk steampunk cinematic minimalist abstract vintage retro
  wallpaper background closeup macro aerial
`)

/** What is asked to be done to a picture that came along. */
export const changes = list(`
  make turn change remove add replace put set give convert crop blur brighten darken colour color colorize paint style
  transform swap erase extend zoom rotate mirror flip restore sharpen clean cut draw render as in with without into
  more less brighter darker warmer colder bigger smaller bluer
  mach mache ändere entferne ersetze füge setze heller dunkler in mit ohne als rends mets enlève ajoute remplace change
  dans avec sans en haz quita pon cambia añade con sin faz tira põe muda com sem fai togli metti cambia maak verwijder
`)
