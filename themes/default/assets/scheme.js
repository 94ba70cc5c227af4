(()=>{document.documentElement.dataset.script="";try{let e=localStorage.getItem("gradus:scheme");(e==="light"||e==="dark")&&(document.documentElement.dataset.scheme=e)}catch{}})();
